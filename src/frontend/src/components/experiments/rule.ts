/**
 * When a team is right, as people say it: "at least", "falls by no more than". A change is a number
 * without a sign and a verb; the room keeps a direction, a kind and a number with its sign.
 */

import type { Criterion, Direction } from "./view";

export const RULES = [
  "is_least",
  "is_most",
  "rises_least",
  "falls_least",
  "rises_most",
  "falls_most",
] as const;
export type Rule = (typeof RULES)[number];

interface Parts {
  readonly direction: Direction;
  readonly compare: Criterion["compare"];
  readonly sign: 1 | -1;
}

const PARTS: Readonly<Record<Rule, Parts>> = {
  is_least: { direction: "at_least", compare: "level", sign: 1 },
  is_most: { direction: "at_most", compare: "level", sign: 1 },
  rises_least: { direction: "at_least", compare: "change", sign: 1 },
  falls_least: { direction: "at_most", compare: "change", sign: -1 },
  rises_most: { direction: "at_most", compare: "change", sign: 1 },
  falls_most: { direction: "at_least", compare: "change", sign: -1 },
};

export function isChange(rule: Rule): boolean {
  return PARTS[rule].compare === "change";
}

/** What a criterion says; of no change at all, that it does not fall, or does not rise. */
export function ruleOf({ direction, compare, threshold }: Criterion): Rule {
  if (compare === "level") return direction === "at_least" ? "is_least" : "is_most";
  if (direction === "at_least") return threshold > 0 ? "rises_least" : "falls_most";
  return threshold < 0 ? "falls_least" : "rises_most";
}

export function criterionOf(rule: Rule, number: number): Criterion {
  const { direction, compare, sign } = PARTS[rule];
  const threshold = compare === "level" ? number : sign * Math.abs(number);
  return { direction, compare, threshold: threshold === 0 ? 0 : threshold };
}
