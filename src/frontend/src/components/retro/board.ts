/** A retro board as one person sees it: the view, her own things, and her wishes on their way. */

import { listed } from "../../view";
import type { Card, RetroMe, RetroView, Tally } from "./view";

/** A card that stands alone, or cards put together: what people vote on and talk about. */
export interface Item {
  readonly id: string;
  /** The card's text or the group's title. */
  readonly title: string;
  readonly column: string;
  /** The cards of a group; none for a card that stands alone. */
  readonly cards: ReadonlyArray<readonly [string, Card]>;
  readonly author?: string;
  readonly from_room?: boolean;
}

export interface Board {
  readonly view: RetroView;
  readonly me: RetroMe;
  /** Ids of cards and groups whose change is on its way. */
  readonly pending: ReadonlySet<string>;
}

/** Everything to vote on, in the board's order: a group stands where its first card does. */
export function itemsOf(view: RetroView): Item[] {
  const seen = new Map<string, Item>();
  const all = listed(view.cards);
  for (const [id, card] of all) {
    const group = card.group === undefined ? undefined : view.groups.items[card.group];
    if (card.group === undefined || group === undefined) {
      seen.set(id, { id, title: card.text, cards: [], ...placed(card) });
    } else if (!seen.has(card.group)) {
      const cards = all.filter(([, other]) => other.group === card.group);
      seen.set(card.group, { id: card.group, title: group.title, column: group.column, cards });
    }
  }
  return [...seen.values()];
}

function placed({ text: _title, group: _none, ...rest }: Card): Omit<Card, "text" | "group"> {
  return rest;
}

export function inColumn(items: readonly Item[], column: string): Item[] {
  return items.filter((item) => item.column === column);
}

/** In the order of votes once there is one, else as they stand on the board. */
export function inRanking(view: RetroView): Item[] {
  const items = itemsOf(view);
  const place = new Map((view.ranking ?? []).map((id, at) => [id, at]));
  const at = (item: Item) => place.get(item.id) ?? place.size;
  return items.sort((one, other) => at(one) - at(other));
}

export function tallyOf(view: RetroView, id: string): Tally {
  return view.tallies?.[id] ?? { votes: 0, voters: 0 };
}

export function kindOf(view: RetroView, column: string): string {
  return view.columns.items[column]?.kind ?? "wonder";
}

/** Dots given and left, and the most that one card takes: one's own, or the room's. */
export function budgetOf({ view, me }: Board, room: boolean) {
  const people = room ? (me.room?.people ?? 0) : 1;
  const all = view.votes_each * people;
  const whose = room ? me.room : me;
  return {
    votes: whose?.votes ?? {},
    left: whose?.votes_left ?? all,
    all,
    cap: (view.votes_per_card ?? view.votes_each) * people,
  };
}

export function isMine(me: RetroMe, card: string): boolean {
  return me.cards?.items[card] !== undefined;
}
