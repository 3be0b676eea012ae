/** What the room shows of a poll, and what is a person's own in it. */

import type { Host } from "../../host";
import type { ActivityView, Listing, Words } from "../../view";

export const WORD_LIMIT = 60;

export interface Option {
  readonly label: Words;
}

export interface WordCount {
  readonly text: string;
  readonly count: number;
}

/** One round, as it was frozen when its results were shown. */
export interface Results {
  readonly round: number;
  readonly answered: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly words?: readonly WordCount[];
}

export interface PollView extends ActivityView {
  readonly question: Words;
  readonly form: "scale" | "choice" | "words" | "several";
  readonly options?: Listing<Option>;
  readonly low?: Words;
  readonly high?: Words;
  readonly round: number;
  readonly answered: number;
  readonly results?: Results;
}

export interface PollMe {
  readonly answer?: string;
  /** Where one may choose several: all that one chose. */
  readonly chosen?: readonly string[];
  readonly [field: string]: unknown;
}

/** Everything that one has answered, in whatever form. */
export function mineOf({ answer, chosen }: PollMe): readonly string[] {
  return chosen ?? (answer === undefined ? [] : [answer]);
}

export type PollHost = Host<PollView, PollMe>;
