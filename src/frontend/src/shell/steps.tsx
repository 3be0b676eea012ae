/** Where we are in an activity: "Step 1 of 5: write", and the same as a row of bars. */

import type { ActivityView } from "../view";
import type { Say } from "../words";

export function stepText(view: ActivityView, say: Say): string {
  const at = view.phases.indexOf(view.phase) + 1;
  const phase = say(`phase.${view.phase}`);
  return say("step.of", { step: at, steps: view.phases.length, phase });
}

export function Steps({ view, say }: { readonly view: ActivityView; readonly say: Say }) {
  const now = view.phases.indexOf(view.phase);
  const state = (at: number): string => (at < now ? "done" : at === now ? "now" : "");
  return (
    <div class="step">
      <div class="steps" aria-hidden="true">
        {view.phases.map((phase, at) => (
          <i key={phase} class={state(at)} />
        ))}
      </div>
      <p class="note">{stepText(view, say)}</p>
    </div>
  );
}
