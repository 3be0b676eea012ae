/** Nothing to review: the facilitator is told what to do, everyone else to wait. */

import type { Board } from "./foresee";
import { useExperimentsHost } from "./use-experiments";

export function NoFocus({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const { focus, experiments } = board.view;
  if (focus !== undefined && experiments.items[focus]) return null;
  const key = role === "facilitator" ? "experiments.focus.none.lead" : "experiments.focus.none";
  return <p class="panel">{words(key)}</p>;
}
