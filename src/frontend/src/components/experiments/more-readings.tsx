/** While everyone looks, the facilitator can still add a reading or put one right: the chart follows. */

import type { Board } from "./foresee";
import { Readings } from "./readings";
import { useExperimentsHost } from "./use-experiments";

export function MoreReadings({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const { focus = "", experiments } = board.view;
  const experiment = experiments.items[focus];
  if (role !== "facilitator" || !experiment?.plan?.measure || experiment.stage === "decided")
    return null;
  return (
    <details class="ending">
      <summary>{words("experiments.readings.more")}</summary>
      <Readings id={focus} experiment={experiment} />
    </details>
  );
}
