/** A card, or a stack of cards put together: what it says, and what a phase lets one do with it. */

import type { ComponentChildren } from "preact";
import { Sign } from "../parts/sign";
import { kindOf, type Item } from "./board";
import { Origin } from "./origin";
import { useRetroHost } from "./use-board";
import type { RetroView } from "./view";

interface Props {
  readonly item: Item;
  readonly view: RetroView;
  readonly now?: boolean;
  readonly pending?: boolean;
  /** Name the column too: where columns are not to be seen. */
  readonly named?: boolean;
  readonly before?: ComponentChildren;
  /** Beside the words. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function ItemCard(props: Props) {
  const { item, view, now = false, pending = false, named = false } = props;
  const kind = kindOf(view, item.column);
  const stack = item.cards.length ? "stack" : "";
  return (
    <li
      class={`card ${kind} ${stack} ${now ? "now" : ""} ${pending ? "pending" : ""}`}
      data-thing={item.id}
    >
      {named && <ColumnName view={view} column={item.column} />}
      {props.before}
      <div class="item-row">
        <div class="item-text">
          <p class={stack ? "item-title" : ""}>{item.title}</p>
          <Origin card={item} />
        </div>
        {props.aside}
      </div>
      {stack && <Together item={item} open={now} />}
      {props.children}
    </li>
  );
}

export function ColumnName({ view, column }: { view: RetroView; column: string }) {
  const host = useRetroHost();
  const shown = view.columns.items[column];
  if (!shown) return null;
  return (
    <p class="note column-name">
      <Sign kind={shown.kind} /> {host.text(shown.title)}
    </p>
  );
}

function Together({ item, open }: { item: Item; open: boolean }) {
  const { words } = useRetroHost();
  return (
    <details open={open}>
      <summary data-act="open">{words("retro.together", { n: item.cards.length })}</summary>
      <ul class="together">
        {item.cards.map(([id, card]) => (
          <li key={id} data-thing={id}>
            <p>{card.text}</p>
            <Origin card={card} />
          </li>
        ))}
      </ul>
    </details>
  );
}
