/** A scale or a choice: one answer or several, which can be taken back. */

import { listed } from "../../view";
import { Checkboxes } from "../parts/checkboxes";
import { usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { usePollHost } from "./use-poll";
import { mineOf, type PollMe, type PollView } from "./view";

interface Props {
  readonly view: PollView;
  readonly me: PollMe;
}

export function Choice({ view, me }: Props) {
  const host = usePollHost();
  const perform = usePerform();
  const wish = (kind: string, fields = {}) =>
    void perform("answer", { kind: `poll.${kind}`, activity: host.id, ...fields });
  const asked = {
    legend: host.text(view.question),
    legendUnseen: true,
    options: useOptions(view),
    kind: view.form,
    thing: "answer",
  };
  // All that is chosen goes together: whichever wish comes last is the whole answer.
  const choose = (chosen: readonly string[]) => wish("choose", { chosen });
  return (
    <>
      {view.form === "several" ? (
        <>
          <p class="note">{host.words("poll.several")}</p>
          <Checkboxes {...asked} chosen={mineOf(me)} onChange={choose} />
        </>
      ) : (
        <Radios {...asked} chosen={me.answer} onChoose={(answer) => wish("answer", { answer })} />
      )}
      {mineOf(me).length > 0 && (
        <button class="quiet" onClick={() => wish("withdraw")}>
          {host.words("poll.withdraw")}
        </button>
      )}
    </>
  );
}

/** The same answers for a room to look at, where nobody can choose. */
export function Offered({ view }: { view: PollView }) {
  return (
    <ul class="options">
      {useOptions(view).map(({ id, label }) => (
        <li key={id} class="option offered">
          <span class="option-text">{label}</span>
        </li>
      ))}
    </ul>
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
