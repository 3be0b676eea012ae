/** Suggested themes: what the kernel found, and what of it still holds on the board as it is now. */

import type { RetroView } from "./view";

/** As Python's `workshopkit.analysis.themes.Suggestion` says it. */
export interface Theme {
  readonly cards: readonly ThemeCard[];
  /** From 0 to 1. Unknown once the theme has shrunk. */
  readonly alike?: number;
  readonly shared: readonly Shared[];
  /** The group that the cards would join; a new one unless there is one. */
  readonly into?: string;
  readonly members?: readonly string[];
}

interface ThemeCard {
  readonly id: string;
  readonly text: string;
  readonly column: string;
}

interface Shared {
  /** A word, or a part of one as "meeting…". */
  readonly part: string;
  readonly cards: readonly string[];
}

/** The theme without cards that are elsewhere by now, or say something else; none if too few are left. */
export function holding(view: RetroView, theme: Theme): Theme | undefined {
  const { into } = theme;
  if (into !== undefined && !view.groups.items[into]) return undefined;
  const cards = theme.cards.filter((card) => isAsFound(view, card));
  const members = into === undefined ? [] : membersOf(view, into);
  if (!cards.length || cards.length + members.length < 2) return undefined;
  const shared = theme.shared.filter((one) => isShared(one, cards, members));
  if (!shared.length) return undefined;
  const whole = cards.length === theme.cards.length && sameIds(members, theme.members ?? []);
  if (whole) return theme;
  const { alike: _unknown, ...rest } = theme;
  return { ...rest, cards, shared, members };
}

function isAsFound(view: RetroView, { id, text, column }: ThemeCard): boolean {
  const card = view.cards.items[id];
  return card?.group === undefined && card?.text === text && card.column === column;
}

function membersOf(view: RetroView, group: string): string[] {
  return view.cards.order.filter((id) => view.cards.items[id]?.group === group);
}

/** A reason to join is shared by one that would. */
function isShared({ cards }: Shared, joining: readonly ThemeCard[], members: readonly string[]) {
  const new_ = joining.filter(({ id }) => cards.includes(id)).length;
  const known = members.filter((id) => cards.includes(id)).length;
  return new_ > 0 && new_ + known > 1;
}

function sameIds(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
