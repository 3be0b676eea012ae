/** A round's answers goal by goal, the most mixed first; what is talked about stands before all. */

import { useLive } from "../parts/host";
import { GoalResult } from "./goal-result";
import type { Entry, GoalMap } from "./graph";
import { useGoalsHost } from "./use-goals";
import type { Round } from "./view";

interface Props {
  readonly map: GoalMap;
  readonly round: Round;
  readonly before: Round | undefined;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function RoundResults({ map, round, before, onAct }: Props) {
  const { view } = map;
  const entries = round.order.flatMap((id) => {
    const item = view.items.items[id];
    return item ? [[id, item] as const] : [];
  });
  const now = entries.filter(([id]) => id === view.focus);
  const rest = entries.filter(([id]) => id !== view.focus);
  return (
    <>
      <AboutRound map={map} round={round} before={before} />
      <ol class="cards goal-results">
        {[...now, ...rest].map((entry) => (
          <GoalResult
            key={entry[0]}
            entry={entry}
            map={map}
            round={round}
            before={before}
            onAct={onAct}
          />
        ))}
      </ol>
    </>
  );
}

/** Who answered, in what order it stands, and what is not shown apart. */
function AboutRound({ map, round, before }: Omit<Props, "onAct">) {
  const host = useGoalsHost();
  const { workshop } = useLive(host.room);
  const { smallest } = map.view;
  const cells = Object.values(round.goals).flatMap((goal) => Object.values(goal));
  const apart = cells.some(({ by }) => by && Object.keys(by).length > 0);
  const said = [
    host.words("goals.results.from", { n: round.raters }),
    before && host.words("goals.round", { round: round.round }),
    host.words("goals.results.order"),
  ].filter(Boolean);
  return (
    <div class="about-round">
      <p class="note">{said.join(" · ")}</p>
      {workshop.perspectives.length > 0 && !apart && (
        <p class="note">{host.words("goals.results.together", { n: smallest })}</p>
      )}
    </div>
  );
}
