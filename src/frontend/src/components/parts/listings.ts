/** Listings with one item put, changed or taken away: what a view will be, never the view itself. */

import type { Listing } from "../../view";

export const EMPTY = { order: [], items: {} };

export function put<T>(listing: Listing<T>, id: string, item: T): Listing<T> {
  const order = listing.order.includes(id) ? listing.order : [...listing.order, id];
  return { order, items: { ...listing.items, [id]: item } };
}

export function amend<T>(listing: Listing<T>, id: string, change: Partial<T>): Listing<T> {
  const item = listing.items[id];
  return item === undefined ? listing : put(listing, id, { ...item, ...change });
}

export function drop<T>(listing: Listing<T>, id: string): Listing<T> {
  const { [id]: _gone, ...items } = listing.items;
  return { order: listing.order.filter((other) => other !== id), items };
}
