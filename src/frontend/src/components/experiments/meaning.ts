/** What a reading's label means for this experiment: as usual, better, or worse. */

import type { Experiment } from "./view";

export type Meaning = "common_cause" | "improvement" | "concern";

const UP = /(above|up)/;

export function meaningOf(label: string, { plan }: Experiment): Meaning {
  if (label === "common_cause") return label;
  const hopedUp = plan?.criterion?.direction !== "at_most";
  return UP.test(label) === hopedUp ? "improvement" : "concern";
}

/** The shapes of what is not as usual, drawn from their middle: a triangle, a square. */
export const UNUSUAL = {
  improvement: "m0 -7l7 12h-14z",
  concern: "m-5 -5h10v10h-10z",
} as const;
