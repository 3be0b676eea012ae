/** While everyone looks, the facilitator can still add a reading or put one right: the chart follows. */

import { useFold } from "../parts/fold";
import type { Board } from "./foresee";
import { Readings } from "./readings";
import { useExperimentsHost } from "./use-experiments";

export function MoreReadings({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const fold = useFold();
  const { focus = "", experiments } = board.view;
  const experiment = experiments.items[focus];
  const open = experiment?.plan?.measure && experiment.stage !== "decided";
  if (role !== "facilitator" || !open) return null;
  return (
    <details class="ending" data-thing="more-readings" {...fold.details}>
      <summary>{words("experiments.readings.more")}</summary>
      {fold.open && <Readings id={focus} experiment={experiment} pending={board.pending} />}
    </details>
  );
}
