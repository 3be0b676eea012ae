/** Deciding without a review of everyone's; of what was never run, that it will not be. */

import { useState } from "preact/hooks";
import { DecisionForm } from "./decision-form";
import { hasStarted } from "./order";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

export function Ending({ id, experiment }: Props) {
  const { words } = useExperimentsHost();
  const [open, setOpen] = useState(false);
  const { stage, plan } = experiment;
  if (stage === "decided" || (stage === "idea" && !plan?.belief)) return null;
  return (
    <details class="ending" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words(hasStarted(experiment) ? "experiments.ending.end" : "experiments.ending.never")}
      </summary>
      {open && <DecisionForm id={id} experiment={experiment} />}
    </details>
  );
}
