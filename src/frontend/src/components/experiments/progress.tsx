/** How many of the planned readings are there, as words and as a bar. */

import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

export function Progress({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const { progress, needed = 0, counted = false } = experiment;
  if (progress === undefined || needed === 0) return null;
  const key = counted ? "experiments.progress.cases" : "experiments.progress";
  return (
    <div class="so-far">
      <p class="note">{words(key, { n: progress, all: needed })}</p>
      <span class="so-far-track" aria-hidden="true">
        <i style={{ width: `${Math.min(100, (100 * progress) / needed)}%` }} />
      </span>
    </div>
  );
}
