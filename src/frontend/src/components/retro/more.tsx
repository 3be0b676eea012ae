/** What the facilitator seldom needs of a card or group, kept out of the way. */

import { HideCard } from "./hide-card";
import { RemoveCard } from "./remove-card";
import type { Item } from "./board";
import { useRetroHost } from "./use-board";
import { short } from "../parts/text";

export function More({ item }: { item: Item }) {
  const { words } = useRetroHost();
  const cards = item.cards.length ? item.cards : [[item.id, { text: item.title }] as const];
  return (
    <details class="more">
      <summary aria-label={words("retro.more.label", { card: short(item.title) })}>
        {words("retro.more")}
      </summary>
      <ul>
        {cards.map(([id, { text }]) => (
          <li key={id} data-thing={`more-${id}`}>
            <HideCard card={id} text={text} named={cards.length > 1} />
            <RemoveCard card={id} text={text} named={cards.length > 1} />
          </li>
        ))}
      </ul>
    </details>
  );
}
