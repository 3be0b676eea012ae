/** One's own answers: goal by goal, with the way there and back, kept as they are given. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { listed } from "../../view";
import { useId } from "../../use-id";
import { Problem } from "../parts/perform";
import { QuestionField } from "./question-field";
import type { Entry, GoalMap } from "./graph";
import { useGoalsHost } from "./use-goals";
import type { GoalsView, Ratings } from "./view";

interface Props {
  readonly goals: readonly Entry[];
  readonly map: GoalMap;
}

export function Ballot({ goals, map }: Props) {
  const { words } = useGoalsHost();
  const ratings = map.me.ratings ?? {};
  const [wanted, setWanted] = useState(() => firstOpen(goals, map.view, ratings));
  const at = Math.max(
    0,
    goals.findIndex(([id]) => id === wanted),
  );
  const [id, item] = goals[at]!;
  const heading = useHeadingFocus(id);
  const go = (step: number) => setWanted(goals[at + step]?.[0] ?? id);
  const label = useId();
  return (
    <section class="ballot" aria-labelledby={label} data-thing="ballot">
      <Progress at={at} goals={goals} map={map} />
      <h3 id={label} ref={heading} tabIndex={-1}>
        {item.text}
      </h3>
      {item.owner && <p class="note">{words("goals.owner.of", { owner: item.owner })}</p>}
      {listed(map.view.questions).map(([question, { title }]) => (
        <QuestionField
          key={`${id} ${question}`}
          goal={id}
          question={question}
          title={title}
          answer={ratings[id]?.[question]}
          earlier={map.me.earlier?.[id]?.[question]}
        />
      ))}
      <Problem at="ballot" />
      <Steps at={at} last={goals.length - 1} onGo={go} />
      <Kept goals={goals} map={map} />
    </section>
  );
}

/** Where one left off: the first goal with a question still open. */
function firstOpen(goals: readonly Entry[], view: GoalsView, ratings: Ratings): string {
  const open = goals.find(([id]) => view.questions.order.some((q) => !ratings[id]?.[q]));
  return (open ?? goals[0]!)[0];
}

/** The next goal is read from its start; on arrival the focus stays where it is. */
function useHeadingFocus(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(id);
  useLayoutEffect(() => {
    if (before.current === id) return;
    before.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}

function Progress({ at, goals, map }: Props & { at: number }) {
  const { words } = useGoalsHost();
  const done = (id: string) =>
    map.view.questions.order.every((question) => map.me.ratings?.[id]?.[question]);
  return (
    <div class="progress">
      <p class="note">{words("goals.rate.progress", { at: at + 1, all: goals.length })}</p>
      <div class="steps" aria-hidden="true">
        {goals.map(([id], place) => (
          <i key={id} class={place === at ? "now" : done(id) ? "done" : ""} />
        ))}
      </div>
    </div>
  );
}

/** Both stay where they are: a button that goes would take the focus along. */
function Steps(props: { at: number; last: number; onGo: (step: number) => void }) {
  const { words } = useGoalsHost();
  const { at, last, onGo } = props;
  return (
    <div class="row ballot-steps">
      <button data-act="back" aria-disabled={at === 0} onClick={() => at > 0 && onGo(-1)}>
        {words("goals.rate.back")}
      </button>
      <button
        class={at < last ? "primary" : ""}
        data-act="next"
        aria-disabled={at === last}
        onClick={() => at < last && onGo(1)}
      >
        {words("goals.rate.next")}
      </button>
    </div>
  );
}

function Kept({ goals, map }: Props) {
  const { words } = useGoalsHost();
  const questions = map.view.questions.order;
  const given = goals.flatMap(([id]) => questions.filter((q) => map.me.ratings?.[id]?.[q])).length;
  const all = goals.length * questions.length;
  const key = given === all ? "goals.rate.done" : "goals.rate.given";
  return (
    <p class="answered" role="status">
      {words(key, { n: given, all })}
    </p>
  );
}
