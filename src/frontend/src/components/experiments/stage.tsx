/** A stage's name with its sign, which fills up from idea to decision. */

import { useExperimentsHost } from "./use-experiments";
import type { Stage } from "./view";

const SIGNS: Readonly<Record<Stage, string>> = {
  idea: "○",
  planned: "◔",
  running: "◑",
  review: "◕",
  decided: "●",
};

export function StageName({ stage }: { stage: Stage }) {
  const { words } = useExperimentsHost();
  return (
    <span class={`stage stage-${stage}`}>
      <span class="sign" aria-hidden="true">
        {SIGNS[stage]}
      </span>{" "}
      {words(`experiments.stage.${stage}`)}
    </span>
  );
}
