/** How the facilitator brings everyone to an experiment: to look at it now, or to begin its review. */

import { usePerform } from "../parts/perform";
import { useExperimentsHost } from "./use-experiments";

export interface Lead {
  /** Everyone's screen follows to it; without an id back to the whole board. */
  look(experiment?: string): void;
  /** The same, and then everyone says what they expect. */
  review(experiment: string): void;
}

export function useLeading(place: string): Lead {
  const { id: activity } = useExperimentsHost();
  const perform = usePerform();
  const focus = (experiment?: string) =>
    perform(place, {
      kind: "experiments.focus",
      activity,
      ...(experiment === undefined ? {} : { experiment }),
    });
  const review = async (experiment: string) => {
    if (await focus(experiment))
      await perform(place, { kind: "experiments.move_phase", activity, phase: "expect" });
  };
  return {
    look: (experiment) => void focus(experiment),
    review: (experiment) => void review(experiment),
  };
}
