/** The facilitator takes a revealed card away: asked once, as it is gone for everyone. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { usePerform } from "../parts/perform";
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
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void perform("board", { kind: "retro.delete_card", activity: host.id, card });
  };
  const label = host.words("retro.card.delete.label", { card: short(text, named ? 32 : 60) });
  if (asking)
    return (
      <Ask
        question={host.words("retro.card.delete.ask")}
        detail={`“${short(text)}”`}
        yes={host.words("retro.card.delete")}
        onYes={remove}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <button
      class="quiet alert"
      data-act="remove"
      aria-label={label}
      onClick={() => setAsking(true)}
    >
      {named ? label : host.words("retro.card.delete")}
    </button>
  );
}
