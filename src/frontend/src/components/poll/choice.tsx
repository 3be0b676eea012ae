/**
 * A scale or a choice as radio buttons, several choices as checkboxes: keys, labels and screen
 * readers come for free.
 */

import { listed } from "../../view";
import { useId } from "../../use-id";
import { usePerform } from "../parts/perform";
import { usePollHost } from "./use-poll";
import { mineOf, type Option, type PollMe, type PollView } from "./view";

interface Props {
  readonly view: PollView;
  readonly me: PollMe;
}

export function Choice({ view, me }: Props) {
  const host = usePollHost();
  const name = useId();
  const { choose, withdraw } = useChoose(view, me);
  const several = view.form === "several";
  const mine = mineOf(me);
  return (
    <>
      {several && <p class="note">{host.words("poll.several")}</p>}
      <fieldset class={`options ${view.form}`} data-thing="answer">
        <legend class="unseen">{host.text(view.question)}</legend>
        {listed(view.options).map(([id, option], at) => (
          <label key={id} class={`option ${mine.includes(id) ? "chosen" : ""}`}>
            <input
              type={several ? "checkbox" : "radio"}
              name={name}
              checked={mine.includes(id)}
              onChange={() => choose(id)}
            />
            <OptionText view={view} option={option} at={at} />
          </label>
        ))}
      </fieldset>
      {mine.length > 0 && (
        <button class="quiet" onClick={withdraw}>
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
      {listed(view.options).map(([id, option], at) => (
        <li key={id} class="option offered">
          <OptionText view={view} option={option} at={at} />
        </li>
      ))}
    </ul>
  );
}

/** Of several, all that are chosen go together: whichever wish comes last is the whole answer. */
function useChoose(view: PollView, me: PollMe) {
  const { id: activity } = usePollHost();
  const perform = usePerform();
  const mine = mineOf(me);
  const others = (option: string) => mine.filter((one) => one !== option);
  const toggled = (option: string) => (mine.includes(option) ? others(option) : [...mine, option]);
  return {
    choose: (option: string) =>
      void perform(
        "answer",
        view.form === "several"
          ? { kind: "poll.choose", activity, chosen: toggled(option) }
          : { kind: "poll.answer", activity, answer: option },
      ),
    withdraw: () => void perform("answer", { kind: "poll.withdraw", activity }),
  };
}

function OptionText(props: { view: PollView; option: Option; at: number }) {
  return (
    <span class="option-text">
      {usePollHost().text(props.option.label)}
      <End view={props.view} at={props.at} />
    </span>
  );
}

/** What the ends of a scale mean stands with them, and is read with them. */
export function End({ view, at }: { view: PollView; at: number }) {
  const host = usePollHost();
  const last = (view.options?.order.length ?? 0) - 1;
  const meaning = at === 0 ? view.low : at === last ? view.high : undefined;
  return view.form === "scale" && meaning ? (
    <span class="note end">{host.text(meaning)}</span>
  ) : null;
}
