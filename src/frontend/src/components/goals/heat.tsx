/** The facilitator's heat map: every goal and question with its agreement, as colour, sign and number. */

import { usePerform } from "../parts/perform";
import { listed } from "../../view";
import { JUDGEMENT_SIGNS, judge } from "./judgement";
import { useGoalsHost } from "./use-goals";
import type { Cell, GoalsView, Round } from "./view";

interface Props {
  readonly view: GoalsView;
  readonly round: Round;
}

export function Heat({ view, round }: Props) {
  const host = useGoalsHost();
  const { words } = host;
  const questions = listed(view.questions);
  const goals = round.order.filter((id) => view.items.items[id]);
  return (
    <section class="heat">
      <h3>{words("goals.heat")}</h3>
      <p class="note">{words("goals.heat.how")}</p>
      <div class="heat-view" tabIndex={0} role="region" aria-label={words("goals.heat")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words("goals.level.goal")}</th>
              {questions.map(([id, { title }]) => (
                <th key={id} scope="col">
                  {host.text(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {goals.map((goal) => (
              <tr key={goal} data-thing={`heat-${goal}`}>
                <th scope="row">
                  <HeatGoal id={goal} view={view} />
                </th>
                {questions.map(([question]) => (
                  <HeatCell key={question} cell={round.goals[goal]?.[question]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {round.concordance && (
        <p class="note">
          {words("goals.concordance", {
            w: round.concordance.w.toFixed(2),
            n: round.concordance.raters,
          })}
        </p>
      )}
    </section>
  );
}

/** A press brings everyone to the goal, or away from it again. */
function HeatGoal({ id, view }: { id: string; view: GoalsView }) {
  const host = useGoalsHost();
  const perform = usePerform();
  const now = view.focus === id;
  const wish = { kind: "goals.focus", activity: host.id, item: now ? null : id };
  return (
    <button
      class="quiet"
      data-act="focus"
      aria-pressed={now}
      onClick={() => void perform("map", wish)}
    >
      {view.items.items[id]!.text}
    </button>
  );
}

function HeatCell({ cell }: { cell: Cell | undefined }) {
  const { words } = useGoalsHost();
  const judgement = judge(cell);
  const number = cell?.agreement;
  const counted = ["alike", "mixed", "apart"].includes(judgement) && number !== undefined;
  return (
    <td class={judgement}>
      <span aria-hidden="true">{JUDGEMENT_SIGNS[judgement]}</span>{" "}
      {counted && <b>{signed(number)}</b>}
      <span class={counted ? "unseen" : "heat-words"}> {words(`goals.is.${judgement}`)}</span>
    </td>
  );
}

/** Two places, and a minus that is one. */
function signed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
