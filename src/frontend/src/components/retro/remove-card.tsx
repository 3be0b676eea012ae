/** The facilitator takes a revealed card away: asked once, as it is gone for everyone. */

import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { short } from "../parts/text";
import { useRetroHost } from "./use-board";

interface Props {
  readonly card: string;
  readonly text: string;
  /** Name the card on the button: where several stand together. */
  readonly named?: boolean;
}

export function RemoveCard({ card, text, named = false }: Props) {
  const host = useRetroHost();
  const perform = usePerform();
  return (
    <Removal
      text={text}
      question={host.words("retro.card.delete.ask")}
      word={host.words("retro.card.delete")}
      label={host.words("retro.card.delete.label", { card: short(text, named ? 32 : 60) })}
      named={named}
      onRemove={() => void perform("board", { kind: "retro.delete_card", activity: host.id, card })}
    />
  );
}
