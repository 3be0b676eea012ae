/** What the room shows of a goal map, and what is a person's own in it. */

import type { Host } from "../../host";
import type { ActivityView, Listing, Words } from "../../view";

export const TEXT_LIMIT = 500;
export const NAME_LIMIT = 120;
export const UNIT_LIMIT = 40;

/** From what we hope for down to what we do: every link leads upwards. */
export const LEVELS = ["vision", "goal", "outcome", "work"] as const;
export type Level = (typeof LEVELS)[number];

export const ANSWERS = ["1", "2", "3", "4", "5"] as const;
export const CANNOT_SAY = "cannot_say";

export interface Measure {
  readonly name: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly target?: number;
}

export interface MapItem {
  readonly level: Level;
  readonly text: string;
  readonly owner?: string;
  readonly measure?: Measure;
  readonly assumption?: string;
  /** A goal or outcome that names a thing to make rather than a change for someone. */
  readonly like_output?: boolean;
}

export interface Link {
  readonly child: string;
  readonly parent: string;
}

export interface Question {
  readonly title: Words;
}

export interface Spread {
  /** How many chose 1, 2, 3, 4 and 5. */
  readonly counts: readonly number[];
  readonly cannot_say: number;
}

export interface Cell extends Spread {
  readonly median?: number;
  readonly quartiles?: readonly [number, number];
  readonly agreement?: number;
  readonly consensus?: number;
  readonly by?: Readonly<Record<string, Spread>>;
}

/** One round of ratings as it was frozen. */
export interface Round {
  readonly round: number;
  readonly raters: number;
  readonly goals: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  /** Most mixed first. */
  readonly order: readonly string[];
  /** Kendall's W: do people put the goals in the same order of what matters? */
  readonly concordance?: { readonly w: number; readonly raters: number; readonly goals: number };
}

export interface LineOfSight {
  readonly unserved: readonly string[];
  readonly aimless: readonly string[];
  readonly unmeasured: readonly string[];
  readonly assumptions: readonly string[];
  readonly share: Readonly<Record<string, number>>;
}

export interface GoalsView extends ActivityView {
  readonly items: Listing<MapItem>;
  readonly links: Listing<Link>;
  readonly drafted: number;
  readonly hidden: number;
  readonly questions: Listing<Question>;
  readonly smallest: number;
  readonly round: number;
  readonly raters: number;
  readonly rounds?: readonly Round[];
  readonly sight: LineOfSight;
  readonly focus?: string;
}

export type Ratings = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface GoalsMe {
  readonly items?: Listing<MapItem>;
  readonly ratings?: Ratings;
  /** While people rate again: what one answered last time. */
  readonly earlier?: Ratings;
  readonly [field: string]: unknown;
}

export type GoalsHost = Host<GoalsView, GoalsMe>;
