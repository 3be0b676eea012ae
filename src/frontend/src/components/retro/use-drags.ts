/** Lets the cards of a part be dragged onto each other, into groups and into columns. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { short } from "../parts/text";
import type { Board } from "./board";
import { watchDrags, type Dragging } from "./drag";
import { dropped } from "./drop";
import type { Chosen } from "./grouping";
import type { Acts } from "./use-acts";
import { useRetroHost } from "./use-board";

export function useDrags(
  part: RefObject<HTMLElement>,
  board: Board,
  chosen: Chosen,
  acts: Acts,
): void {
  const { words } = useRetroHost();
  const { view } = board;
  const now: Dragging = {
    cards: (pulled) => (chosen.has(pulled) ? chosen.cards : [pulled]),
    label: (cards) =>
      cards.length > 1
        ? words("retro.cards", { n: cards.length })
        : short(view.cards.items[cards[0]!]?.text ?? ""),
    accepts: (cards, drop) => dropped(view, cards, drop).wishes.length > 0,
    drop: (cards, drop) => {
      const { wishes, said, n } = dropped(view, cards, drop);
      if (!wishes.length) return;
      chosen.clear();
      void acts.act("selection", cards[0]!, words(said, { n }), wishes);
    },
  };
  const latest = useRef(now);
  latest.current = now;
  useLayoutEffect(() => {
    if (part.current) return watchDrags(part.current, () => latest.current);
  }, []);
}
