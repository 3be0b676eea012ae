/** The people of a workshop as its facilitator may call them. */

import type { Person } from "../../view";
import type { Say } from "../../words";

export interface Member {
  readonly id: string;
  readonly called: string;
  readonly named: boolean;
  readonly perspective: string;
}

/** Those with a name by name; the rest counted, for nothing tells them apart. */
export function membersOf(items: Readonly<Record<string, Person>>, words: Say): Member[] {
  const all = Object.entries(items).map(([id, { name = "", perspective = "" }]) => ({
    ...{ id, called: name, named: name !== "", perspective },
  }));
  const named = all.filter((one) => one.named).sort((a, b) => a.called.localeCompare(b.called));
  const nameless = all.filter((one) => !one.named);
  return [...named, ...nameless.map((one, at) => ({ ...one, called: called(at, nameless) }))];

  function called(at: number, of: readonly unknown[]): string {
    return words("lobby.nameless.called", { at: at + 1, of: of.length });
  }
}
