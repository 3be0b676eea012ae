/** Rate: three questions about one goal at a time. Nobody sees what others answer until the reveal. */

import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { itemsAt, type Entry, type GoalMap } from "./graph";
import { Ballot } from "./ballot";
import { useGoalsHost } from "./use-goals";

export function Rating({ map }: { map: GoalMap }) {
  const { role, words } = useGoalsHost();
  const { view } = map;
  const goals = itemsAt(view.items, "goal");
  return (
    <div class="rating">
      <Lead title={words(`goals.${view.phase}.lead`)}>
        {view.round > 1 && <p>{words("goals.rate.again", { round: view.round })}</p>}
        <p class="promise">
          <Lock />
          <span>{words("goals.rate.promise")}</span>
        </p>
      </Lead>
      {role !== "participant" && <Raters map={map} />}
      <Answers goals={goals} map={map} />
      {role === "participant" && <Raters map={map} />}
    </div>
  );
}

function Answers({ goals, map }: { goals: readonly Entry[]; map: GoalMap }) {
  const { role, words } = useGoalsHost();
  if (!goals.length) return <p class="panel">{words("goals.rate.none")}</p>;
  if (role === "participant") return <Ballot goals={goals} map={map} />;
  return (
    <>
      <WhatIsAsked goals={goals} map={map} />
      {role === "facilitator" && (
        <details class="late">
          <summary>{words("goals.rate.too")}</summary>
          <Ballot goals={goals} map={map} />
        </details>
      )}
    </>
  );
}

function Raters({ map }: { map: GoalMap }) {
  const host = useGoalsHost();
  const { here } = useLive(host.presence);
  const n = map.view.raters;
  const said = host.words("goals.raters", { n, here: Math.max(here, n) });
  return <p class={host.role === "participant" ? "note" : "big-count"}>{said}</p>;
}

/** For whoever leads or looks on: the questions and the goals. */
function WhatIsAsked({ goals, map }: { goals: readonly Entry[]; map: GoalMap }) {
  const host = useGoalsHost();
  const { order, items } = map.view.questions;
  return (
    <div class="asked">
      <section>
        <h3>{host.words("goals.questions")}</h3>
        <ul>
          {order.map((id) => (
            <li key={id}>{host.text(items[id]?.title)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{host.words("goals.goals")}</h3>
        <ol>
          {goals.map(([id, { text }]) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}
