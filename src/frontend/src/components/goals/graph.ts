/** The goal map as one person sees it, and who serves whom in it. */

import { listed, type Listing } from "../../view";
import { LEVELS, type GoalsMe, type GoalsView, type Level, type Link, type MapItem } from "./view";

export interface GoalMap {
  readonly view: GoalsView;
  readonly me: GoalsMe;
  /** Ids of items and links whose change is on its way. */
  readonly pending: ReadonlySet<string>;
}

export type Entry = readonly [id: string, item: MapItem];

export function itemsAt(items: Listing<MapItem> | undefined, level: Level): Entry[] {
  return listed(items).filter(([, item]) => item.level === level);
}

export function linkId({ child, parent }: Link): string {
  return `${child}~${parent}`;
}

/** What `id` serves, one level up or more. */
export function parentsOf(view: GoalsView, id: string): Entry[] {
  return linked(view, (link) => (link.child === id ? link.parent : undefined));
}

/** What serves `id`. */
export function childrenOf(view: GoalsView, id: string): Entry[] {
  return linked(view, (link) => (link.parent === id ? link.child : undefined));
}

function linked(view: GoalsView, other: (link: Link) => string | undefined): Entry[] {
  const ids = new Set(listed(view.links).map(([, link]) => other(link)));
  return listed(view.items).filter(([id]) => ids.has(id));
}

export interface Relations {
  readonly up: readonly Entry[];
  readonly down: readonly Entry[];
}

/** Who serves whom, for every item at once. */
export function relationsOf({ items, links }: GoalsView): ReadonlyMap<string, Relations> {
  const known = new Map(
    listed(items).map(([id]) => [id, { up: [] as Entry[], down: [] as Entry[] }]),
  );
  for (const [, { child, parent }] of listed(links)) {
    const [below, above] = [items.items[child], items.items[parent]];
    if (!below || !above) continue;
    known.get(child)?.up.push([parent, above]);
    known.get(parent)?.down.push([child, below]);
  }
  return known;
}

/** What `id` could serve, or be served by, and does not yet: links go up, never across or down. */
export function couldLink(view: GoalsView, id: string, way: "up" | "down"): Entry[] {
  const item = view.items.items[id];
  if (!item) return [];
  const taken = way === "up" ? parentsOf(view, id) : childrenOf(view, id);
  const known = new Set(taken.map(([other]) => other));
  return listed(view.items).filter(([other, { level }]) => {
    const distance = LEVELS.indexOf(level) - LEVELS.indexOf(item.level);
    return !known.has(other) && (way === "up" ? distance < 0 : distance > 0);
  });
}
