/** What dropping cards somewhere means: which wishes it makes, if any. */

import type { Wish } from "./use-acts";
import type { RetroView } from "./view";

/** A card that stands alone, a group, or the free space of a column. */
export interface Drop {
  readonly on: "card" | "group" | "column";
  readonly id: string;
}

interface Dropped {
  readonly wishes: readonly Wish[];
  /** The key of what to say of it, and of how many cards. */
  readonly said: string;
  readonly n: number;
}

const NOTHING: Dropped = { wishes: [], said: "", n: 0 };

/** As `data-drop` says it: "group:…". */
export function readDrop(text = ""): Drop | undefined {
  const [, on, id] = /^(card|group|column):(.+)$/s.exec(text) ?? [];
  return on && id ? { on: on as Drop["on"], id } : undefined;
}

export function dropped(view: RetroView, cards: readonly string[], drop: Drop): Dropped {
  switch (drop.on) {
    case "card":
      return onCard(cards, drop.id);
    case "group":
      return onGroup(view, cards, drop.id);
    case "column":
      return onColumn(view, cards, drop.id);
  }
}

/** The group is called after the card that others were dropped on. */
function onCard(dragged: readonly string[], target: string): Dropped {
  const others = dragged.filter((card) => card !== target);
  if (!others.length) return NOTHING;
  const cards = [target, ...others];
  return grouped([{ kind: "retro.group_cards", cards }], cards.length);
}

function onGroup({ cards }: RetroView, dragged: readonly string[], into: string): Dropped {
  const joining = dragged.filter((card) => cards.items[card]?.group !== into);
  if (!joining.length) return NOTHING;
  return grouped([{ kind: "retro.group_cards", cards: joining, into }], joining.length);
}

function grouped(wishes: readonly Wish[], n: number): Dropped {
  return { wishes, n, said: "retro.grouped.news" };
}

/** Out of their groups, and into that column. */
function onColumn({ cards }: RetroView, dragged: readonly string[], column: string): Dropped {
  const out = dragged.filter((card) => cards.items[card]?.group !== undefined);
  const moving = dragged.filter((card) => cards.items[card]?.column !== column);
  const wishes = [
    ...out.map((card) => ({ kind: "retro.take_out", card })),
    ...moving.map((card) => ({ kind: "retro.move_card", card, column })),
  ];
  const said = moving.length ? "retro.card.move.news" : "retro.group.out.news";
  return { wishes, said, n: new Set([...out, ...moving]).size };
}
