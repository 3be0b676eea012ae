/** A scale or a choice: one answer, which can be taken back. */

import { listed } from "../../view";
import { usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { usePollHost } from "./use-poll";
import type { PollMe, PollView } from "./view";

interface Props {
  readonly view: PollView;
  readonly me: PollMe;
}

export function Choice({ view, me }: Props) {
  const host = usePollHost();
  const perform = usePerform();
  const answer = (option: string) =>
    void perform("answer", { kind: "poll.answer", activity: host.id, answer: option });
  const withdraw = () => void perform("answer", { kind: "poll.withdraw", activity: host.id });
  return (
    <>
      <Radios
        legend={host.text(view.question)}
        legendUnseen
        options={useOptions(view)}
        chosen={me.answer}
        onChoose={answer}
        kind={view.form}
        thing="answer"
      />
      {me.answer !== undefined && (
        <button class="quiet" onClick={withdraw}>
          {host.words("poll.withdraw")}
        </button>
      )}
    </>
  );
}

/** The answers with their words; the ends of a scale say what they mean. */
export function useOptions(view: PollView) {
  const host = usePollHost();
  const options = listed(view.options);
  return options.map(([id, option], at) => ({
    id,
    label: (
      <>
        {host.text(option.label)}
        <End view={view} at={at} last={options.length - 1} />
      </>
    ),
  }));
}

function End({ view, at, last }: { view: PollView; at: number; last: number }) {
  const host = usePollHost();
  const meaning = at === 0 ? view.low : at === last ? view.high : undefined;
  return view.form === "scale" && meaning ? (
    <span class="note end">{host.text(meaning)}</span>
  ) : null;
}
