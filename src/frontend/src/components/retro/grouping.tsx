/** Group: cards that say much the same are dragged together, or chosen and put together. */

import { useMemo, useRef, useState } from "preact/hooks";
import { AskForThemes } from "./ask-for-themes";
import { inColumn, itemsOf, type Board } from "./board";
import { ChoosableCard } from "./choosable-card";
import { Columns } from "./columns";
import { Composer } from "./composer";
import { GroupBox } from "./group-box";
import { Lead } from "../parts/lead";
import { Selection } from "./selection";
import { ThemesPanel } from "./themes-panel";
import { useActs } from "./use-acts";
import { useRetroHost } from "./use-board";
import { useDrags } from "./use-drags";
import { useThemes } from "./use-themes";

export interface Chosen {
  readonly cards: readonly string[];
  has(card: string): boolean;
  toggle(card: string): void;
  clear(): void;
}

export function Grouping({ board }: { board: Board }) {
  const host = useRetroHost();
  const chosen = useChosen(board);
  const acts = useActs();
  const themes = useThemes(board);
  const suggesting = themes?.search !== undefined;
  const items = useMemo(() => itemsOf(board.view), [board.view]);
  const part = useRef<HTMLDivElement>(null);
  useDrags(part, board, chosen, acts);
  return (
    <div class={`sorting ${suggesting ? "with-themes" : ""}`} ref={part}>
      <Lead title={host.words("retro.group.lead")}>
        <p>{host.words("retro.group.how")}</p>
        {themes && <AskForThemes themes={themes} />}
      </Lead>
      <Columns view={board.view} narrow="tabs" note={(id) => cardsNote(board, id, host.words)}>
        {(column, shown) => (
          <>
            <ul class="cards">
              {inColumn(items, column).map((item) =>
                item.cards.length ? (
                  <GroupBox key={item.id} item={item} board={board} chosen={chosen} acts={acts} />
                ) : (
                  <ChoosableCard
                    key={item.id}
                    id={item.id}
                    text={item.title}
                    board={board}
                    chosen={chosen}
                    column={column}
                    alone
                  />
                ),
              )}
            </ul>
            {host.role === "facilitator" && (
              <details class="late">
                <summary>{host.words("retro.card.late")}</summary>
                <Composer column={column} title={host.text(shown.title)} kind={shown.kind} />
              </details>
            )}
          </>
        )}
      </Columns>
      {themes && suggesting && <ThemesPanel board={board} themes={themes} acts={acts} />}
      <Selection board={board} chosen={chosen} acts={acts} />
    </div>
  );
}

export function cardsNote(
  { view }: Board,
  column: string,
  words: (key: string, params: { n: number }) => string,
): string {
  const n = Object.values(view.cards.items).filter((card) => card.column === column).length;
  return words("retro.cards", { n });
}

/** The cards that this person has chosen, of those that are still there. */
function useChosen({ view }: Board): Chosen {
  const [all, setAll] = useState<readonly string[]>([]);
  const cards = all.filter((id) => view.cards.items[id] !== undefined);
  return {
    cards,
    has: (card) => cards.includes(card),
    toggle: (card) =>
      setAll((before) => (before.includes(card) ? without(before, card) : [...before, card])),
    clear: () => setAll([]),
  };
}

function without(cards: readonly string[], card: string): readonly string[] {
  return cards.filter((other) => other !== card);
}
