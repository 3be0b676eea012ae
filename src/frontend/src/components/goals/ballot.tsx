/** One's own answers: goal by goal, with the way there and back, kept as they are given. */

import { useState } from "preact/hooks";
import { listed } from "../../view";
import { useId } from "../../use-id";
import { Progress, Steps, useHeadingFocus } from "../parts/one-by-one";
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
  const all = goals.length;
  return (
    <section class="ballot" aria-labelledby={label} data-thing="ballot">
      <Progress
        said={words("goals.rate.progress", { at: at + 1, all })}
        at={at}
        done={goals.map(([goal]) => isDone(goal, map.view, ratings))}
      />
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
      <Steps
        at={at}
        last={all - 1}
        back={words("goals.rate.back")}
        next={words("goals.rate.next")}
        onGo={go}
      />
      <Kept goals={goals} map={map} />
    </section>
  );
}

/** Where one left off: the first goal with a question still open. */
function firstOpen(goals: readonly Entry[], view: GoalsView, ratings: Ratings): string {
  const open = goals.find(([id]) => !isDone(id, view, ratings));
  return (open ?? goals[0]!)[0];
}

function isDone(id: string, view: GoalsView, ratings: Ratings): boolean {
  return view.questions.order.every((question) => ratings[id]?.[question]);
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
