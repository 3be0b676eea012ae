/** One question about one goal: 1 to 5 or "I cannot say", as radio buttons. */

import { useId } from "../../use-id";
import type { Words } from "../../view";
import { usePerform } from "../parts/perform";
import { useGoalsHost } from "./use-goals";
import { ANSWERS, CANNOT_SAY } from "./view";

interface Props {
  readonly goal: string;
  readonly question: string;
  readonly title: Words;
  readonly answer: string | undefined;
  readonly earlier: string | undefined;
}

export function QuestionField({ goal, question, title, answer, earlier }: Props) {
  const host = useGoalsHost();
  const perform = usePerform();
  const name = useId();
  const wish = { activity: host.id, item: goal, question };
  const rate = (wanted: string) =>
    void perform("ballot", { kind: "goals.rate", ...wish, answer: wanted });
  const takeBack = () => void perform("ballot", { kind: "goals.unrate", ...wish });
  const each = (value: string) => ({ name, value, answer, onRate: rate });
  return (
    <fieldset class="question" data-thing={`${goal} ${question}`}>
      <legend>{host.text(title)}</legend>
      <div class="scale-answers">
        {ANSWERS.map((value) => (
          <Answer key={value} {...each(value)} end={endOf(value)} />
        ))}
      </div>
      <p class="note ends" aria-hidden="true">
        <span>{host.words("goals.scale.low")}</span>
        <span>{host.words("goals.scale.high")}</span>
      </p>
      <Answer {...each(CANNOT_SAY)} />
      {earlier && <Earlier answer={earlier} />}
      {answer !== undefined && (
        <button class="quiet small" data-act="back" onClick={takeBack}>
          {host.words("goals.unrate")}
        </button>
      )}
    </fieldset>
  );
}

function endOf(value: string): string | undefined {
  return value === "1" ? "goals.scale.low" : value === "5" ? "goals.scale.high" : undefined;
}

interface AnswerProps {
  readonly name: string;
  readonly value: string;
  readonly answer: string | undefined;
  readonly end?: string | undefined;
  readonly onRate: (value: string) => void;
}

function Answer({ name, value, answer, end, onRate }: AnswerProps) {
  const { words } = useGoalsHost();
  const chosen = answer === value;
  return (
    <label class={`answer ${value === CANNOT_SAY ? "cannot" : ""} ${chosen ? "chosen" : ""}`}>
      <input type="radio" name={name} checked={chosen} onChange={() => onRate(value)} />
      <span>
        {value === CANNOT_SAY ? words("goals.cannot_say") : value}
        {end && <span class="unseen"> {words(end)}</span>}
      </span>
    </label>
  );
}

function Earlier({ answer }: { answer: string }) {
  const { words } = useGoalsHost();
  const said = answer === CANNOT_SAY ? words("goals.cannot_say") : answer;
  return <p class="note">{words("goals.rate.earlier", { answer: said })}</p>;
}
