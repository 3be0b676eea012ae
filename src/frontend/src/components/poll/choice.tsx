/** A scale or a choice, as radio buttons: arrow keys, labels and screen readers come for free. */

import { listed } from "../../view";
import { useId } from "../../use-id";
import { usePerform } from "../parts/perform";
import { usePollHost } from "./use-poll";
import type { PollMe, PollView } from "./view";

interface Props {
  readonly view: PollView;
  readonly me: PollMe;
}

export function Choice({ view, me }: Props) {
  const host = usePollHost();
  const perform = usePerform();
  const name = useId();
  const answer = (option: string) =>
    void perform("answer", { kind: "poll.answer", activity: host.id, answer: option });
  const withdraw = () => void perform("answer", { kind: "poll.withdraw", activity: host.id });
  const options = listed(view.options);
  return (
    <>
      <fieldset class={`options ${view.form}`} data-thing="answer">
        <legend class="unseen">{host.text(view.question)}</legend>
        {options.map(([id, option], at) => (
          <label key={id} class={`option ${me.answer === id ? "chosen" : ""}`}>
            <input
              type="radio"
              name={name}
              checked={me.answer === id}
              onChange={() => answer(id)}
            />
            <span class="option-text">
              {host.text(option.label)}
              <End view={view} at={at} last={options.length - 1} />
            </span>
          </label>
        ))}
      </fieldset>
      {me.answer !== undefined && (
        <button class="quiet" onClick={withdraw}>
          {host.words("poll.withdraw")}
        </button>
      )}
    </>
  );
}

/** What the ends of a scale mean stands with them, and is read with them. */
export function End({ view, at, last }: { view: PollView; at: number; last: number }) {
  const host = usePollHost();
  const meaning = at === 0 ? view.low : at === last ? view.high : undefined;
  return view.form === "scale" && meaning ? (
    <span class="note end">{host.text(meaning)}</span>
  ) : null;
}
