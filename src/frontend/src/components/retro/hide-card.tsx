/** The facilitator takes a revealed card out of everyone's sight. It can be shown again. */

import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { useRetroHost } from "./use-board";

interface Props {
  readonly card: string;
  readonly text: string;
  /** Name the card on the button: where several stand together. */
  readonly named?: boolean;
}

export function HideCard({ card, text, named = false }: Props) {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const label = words("retro.card.hide.label", { card: short(text, named ? 32 : 60) });
  const hide = () => {
    announce(words("retro.card.hidden.news"));
    void perform("board", { kind: "retro.hide_card", activity, card });
  };
  return (
    <button class="quiet" data-act="hide" aria-label={label} onClick={hide}>
      {named ? label : words("retro.card.hide")}
    </button>
  );
}
