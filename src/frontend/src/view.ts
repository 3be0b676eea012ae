/** What a role may see, as the room computes it. A view leaves a thing out rather than holding null. */

import type { Role } from "./protocol";

/** Authored text by language code: {"en": "Went well", "cy": "…"}. */
export type Words = Readonly<Record<string, string>>;

/** A list as views carry it: by id, with an order. */
export interface Listing<T> {
  readonly order: readonly string[];
  readonly items: Readonly<Record<string, T>>;
}

export interface AgendaItem {
  readonly kind: string;
  readonly key: string;
  readonly title: Words;
  readonly phase: string;
}

export interface Action {
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly activity?: string;
  readonly target?: string;
  readonly about?: string;
  /** From 1 to 5; nothing where nobody said. */
  readonly likely?: number;
  /** Something to keep doing, rather than to do once. */
  readonly keep_doing?: boolean;
}

/** An experiment of the team that runs, and the day on which it is due for review. */
export interface DueReview {
  readonly title: string;
  readonly review: string;
  readonly owner?: string;
}

export interface Person {
  readonly name?: string;
  readonly perspective?: string;
}

/** To the facilitator, who joined; to others, how many. */
export interface People {
  readonly count: number;
  readonly items?: Readonly<Record<string, Person>>;
  /** Who talks when, by id, and how many have. */
  readonly turns?: Turns;
}

export interface Turns {
  readonly order: readonly string[];
  readonly heard: number;
}

/** How people took part: the share that did, and how evenly (0 alike, 1 one person alone). */
export interface Voice {
  readonly share: number;
  readonly gini: number;
  readonly uneven: boolean;
}

export interface Timer {
  /** ISO time at which a running timer ends. */
  readonly ends?: string;
  /** Seconds left of a paused one. */
  readonly left?: number;
}

/** What every activity's view has; each component narrows it to its own. */
export interface ActivityView {
  readonly kind: string;
  readonly title: Words;
  readonly phase: string;
  readonly phases: readonly string[];
  readonly private: boolean;
  /** How long each phase usually takes, where somebody knows. */
  readonly minutes?: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

/** In these phases people talk or look, so that nobody is ever done. */
const TOGETHER = new Set(["discuss", "act", "results", "look", "decide"]);

export function canBeDone({ phase, private: isPrivate }: ActivityView): boolean {
  return isPrivate || !TOGETHER.has(phase);
}

export type ActivityMe = Readonly<Record<string, unknown>>;

export interface WorkshopView {
  readonly id: string;
  readonly title: string;
  readonly team: string;
  /** For those who show it: participants are in. */
  readonly code?: string;
  readonly state: "open" | "finished";
  readonly door: "open" | "locked";
  readonly live?: string;
  readonly perspectives: readonly string[];
}

export interface RoomView {
  readonly workshop: WorkshopView;
  readonly timer?: Timer;
  readonly agenda: Listing<AgendaItem>;
  readonly activities: Readonly<Record<string, ActivityView>>;
  readonly actions: Listing<Action>;
  /** Those of earlier workshops that this one goes on with. */
  readonly carried: Listing<Action>;
  readonly reviews: Listing<DueReview>;
  /** How many links to lead are lent: for the facilitator. */
  readonly leads?: number;
  readonly people: People;
  /** To the facilitator: how people took part, by activity and part; nothing of small groups. */
  readonly voices?: Readonly<Record<string, Readonly<Record<string, Voice>>>>;
}

export interface Me {
  readonly person?: Person;
  readonly activities: Readonly<Record<string, ActivityMe>>;
}

export type { Role };

/** The items of a listing in their order, each with its id. */
export function listed<T>(listing: Listing<T> | undefined): Array<readonly [string, T]> {
  if (!listing) return [];
  return listing.order.flatMap((id) => {
    const item = listing.items[id];
    return item === undefined ? [] : [[id, item] as const];
  });
}

/** The live activity, once its view is there. */
export function liveOf(view: RoomView): { readonly id: string; readonly kind: string } | undefined {
  const id = view.workshop.live;
  const activity = id === undefined ? undefined : view.activities[id];
  return id === undefined || !activity ? undefined : { id, kind: activity.kind };
}
