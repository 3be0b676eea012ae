/** Acts of grouping. Each goes out under a random id, by which the last one can be taken back. */

import { useRef, useState } from "preact/hooks";
import { randomHex } from "../../ids";
import { usePerform } from "../parts/perform";
import { useRetroHost } from "./use-board";

export type Wish = Readonly<Record<string, unknown>> & { readonly kind: string };

interface Act {
  readonly id: string;
  /** What was done, as it was said. */
  readonly said: string;
  /** The card or group that the keyboard goes back to. */
  readonly thing: string;
}

export interface Acts {
  /** The last one, while it can still be taken back as far as this page knows. */
  readonly last: Act | undefined;
  /** Does it, says so, and tells whether the room agreed to all of it. A refusal is shown at `place`. */
  act(place: string, thing: string, said: string, wishes: readonly Wish[]): Promise<boolean>;
  undo(): Promise<void>;
}

export function useActs(): Acts {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const [last, setLast] = useState<Act>();
  const latest = useRef<Act>();
  const keep = (act: Act | undefined) => setLast((latest.current = act));
  return {
    last,
    act: async (place, thing, said, wishes) => {
      const act = { id: randomHex(128), said, thing };
      keep(act);
      announce(said);
      const sent = wishes.map((wish) => perform(place, { activity, act: act.id, ...wish }));
      const agreed = await Promise.all(sent);
      if (!agreed.includes(true) && latest.current === act) keep(undefined);
      return !agreed.includes(false);
    },
    undo: async () => {
      if (!last) return;
      keep(undefined);
      focusOn(last.thing);
      const wish = { kind: "retro.undo", activity, act: last.id };
      if (await perform("selection", wish)) announce(words("retro.undone", { what: last.said }));
    },
  };
}

/** The keyboard stays with what was acted on, wherever it goes. */
export function focusOn(thing: string | undefined): void {
  if (!thing) return;
  const control = `[data-thing="${CSS.escape(thing)}"] :is(input, button)`;
  document.querySelector<HTMLElement>(control)?.focus();
}
