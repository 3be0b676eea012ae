/** The facilitator takes a revealed card away: asked once, as it is gone for everyone. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { useRetroHost } from "./use-board";

export function RemoveCard({ card, text }: { card: string; text: string }) {
  const host = useRetroHost();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void perform("board", { kind: "retro.delete_card", activity: host.id, card });
  };
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
      aria-label={host.words("retro.card.delete.label", { card: short(text) })}
      onClick={() => setAsking(true)}
    >
      {host.words("retro.card.delete")}
    </button>
  );
}
