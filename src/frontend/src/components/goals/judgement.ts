/**
 * What a distribution looks like in a few words. A description of these people, no test of any:
 * van der Eijk's A from 1 (all alike) over 0 (evenly spread) to -1 (two camps).
 */

import type { Cell, Spread } from "./view";

export type Judgement = "nobody" | "cannot" | "one" | "alike" | "mixed" | "apart";

const ALIKE = 0.6;
const MIXED = 0.3;

export function answersIn({ counts }: Spread): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

export function judge(cell: Cell | undefined): Judgement {
  if (!cell) return "nobody";
  const n = answersIn(cell);
  if (n === 0) return cell.cannot_say ? "cannot" : "nobody";
  if (n === 1) return "one";
  const agreement = cell.agreement ?? 0;
  return agreement >= ALIKE ? "alike" : agreement >= MIXED ? "mixed" : "apart";
}

/** Beside the colour. */
export const JUDGEMENT_SIGNS: Readonly<Record<Judgement, string>> = {
  nobody: "–",
  cannot: "?",
  one: "1",
  alike: "●",
  mixed: "◐",
  apart: "○",
};
