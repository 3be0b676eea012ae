/** A card that can be chosen: the whole card is a checkbox, for fingers and keys alike. */

import { isMine, kindOf, type Board } from "./board";
import type { Chosen } from "./grouping";
import { Origin } from "./origin";
import { useRetroHost } from "./use-board";

interface Props {
  readonly id: string;
  readonly text: string;
  readonly column: string;
  readonly board: Board;
  readonly chosen: Chosen;
  /** Outside any group: others can be dropped on it. */
  readonly alone?: boolean;
}

export function ChoosableCard({ id, text, column, board, chosen, alone = false }: Props) {
  const host = useRetroHost();
  const { view, me, pending } = board;
  const card = view.cards.items[id];
  return (
    <li
      class={`card choosable ${kindOf(view, column)} ${chosen.has(id) ? "chosen" : ""} ${pending.has(id) ? "pending" : ""}`}
      data-thing={id}
      data-card={id}
      data-drop={alone ? `card:${id}` : undefined}
    >
      <label>
        <input
          type="checkbox"
          data-act="choose"
          checked={chosen.has(id)}
          onChange={() => chosen.toggle(id)}
          onKeyDown={toSelection}
        />
        <span>
          {text}
          {card && <Origin card={card} />}
          {isMine(me, id) && <span class="note author">{host.words("retro.mine")}</span>}
        </span>
      </label>
      <span class="grip" data-grip aria-hidden="true" />
    </li>
  );
}

/** Enter goes from a chosen card to what can be done with it, past all the other cards. */
function toSelection(event: KeyboardEvent): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const board = (event.currentTarget as HTMLElement).closest(".retro");
  board?.querySelector<HTMLElement>(".selection button")?.focus();
}
