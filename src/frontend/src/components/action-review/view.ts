/** What the room shows of an action review, and what is a person's own in it. */

import type { Host } from "../../host";
import type { ActivityView, Listing } from "../../view";

export const NOTE_LIMIT = 300;
export const OUTCOME_LIMIT = 300;
export const OWNER_LIMIT = 80;
export const MARKS = ["done", "partly", "not_yet"] as const;
export type Mark = (typeof MARKS)[number];
export const DECISIONS = ["done", "keep", "drop"] as const;
export type Decision = (typeof DECISIONS)[number];

/** An action that an earlier workshop took on. */
export interface Reviewed {
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly likely?: number;
  readonly keep_doing?: boolean;
  readonly about?: string;
  /** How many workshops before this one have looked at it; nothing means none. */
  readonly reviewed?: number;
  /** What the last of them said came of it. */
  readonly last_outcome?: string;
  readonly decision?: Decision;
  readonly outcome?: string;
}

export interface ReviewView extends ActivityView {
  readonly actions: Listing<Reviewed>;
  /** How many people have said how something went. */
  readonly looked: number;
  /** People by action and mark, once looking has ended. */
  readonly marks?: Readonly<Record<string, Readonly<Record<Mark, number>>>>;
  readonly notes?: Readonly<Record<string, readonly string[]>>;
  readonly focus?: string;
}

export interface OwnMark {
  readonly mark: Mark;
  readonly note?: string;
}

export interface ReviewMe {
  readonly marks?: Readonly<Record<string, OwnMark>>;
  readonly [field: string]: unknown;
}

export type ReviewHost = Host<ReviewView, ReviewMe>;

/** Words differ between what is to be done once and what goes on and on. */
export function kindOf(action: Reviewed): "keep" | "do" {
  return action.keep_doing ? "keep" : "do";
}
