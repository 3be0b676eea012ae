/** Cards that the facilitator has hidden: for her, closed at first, as her screen may be projected. */

import { listed } from "../../view";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { kindOf, type Board } from "./board";
import { RemoveCard } from "./remove-card";
import { useRetroHost } from "./use-board";
import type { OwnCard } from "./view";

export function HiddenCards({ board }: { board: Board }) {
  const { words } = useRetroHost();
  const cards = listed(board.me.hidden_cards);
  if (!cards.length) return null;
  return (
    <details class="hidden-cards" data-thing="hidden-cards">
      <summary>{words("retro.hidden", { n: cards.length })}</summary>
      <p class="note">{words("retro.hidden.why")}</p>
      <ul class="cards">
        {cards.map(([id, card]) => (
          <HiddenCard key={id} id={id} card={card} kind={kindOf(board.view, card.column)} />
        ))}
      </ul>
    </details>
  );
}

function HiddenCard({ id, card, kind }: { id: string; card: OwnCard; kind: string }) {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const show = () => {
    announce(words("retro.card.shown.news"));
    void perform("board", { kind: "retro.show_card", activity, card: id });
  };
  return (
    <li class={`card ${kind}`} data-thing={`hidden-${id}`}>
      <p>{card.text}</p>
      <div class="row">
        <button
          data-act="show"
          aria-label={words("retro.card.show.label", { card: short(card.text) })}
          onClick={show}
        >
          {words("retro.card.show")}
        </button>
        <RemoveCard card={id} text={card.text} />
      </div>
    </li>
  );
}

/** One's own cards that are hidden: so that nobody wonders where they have gone. */
export function MyHiddenCards({ board }: { board: Board }) {
  const { words } = useRetroHost();
  const cards = listed(board.me.cards).filter(([, card]) => card.hidden);
  if (!cards.length) return null;
  return (
    <section class="hidden-cards" aria-label={words("retro.hidden.mine")}>
      <ul class="cards">
        {cards.map(([id, card]) => (
          <li key={id} class={`card ${kindOf(board.view, card.column)}`}>
            <p>{card.text}</p>
            <p class="note">
              <span class="pill">{words("retro.card.hidden")}</span>{" "}
              {words("retro.card.hidden.mine")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
