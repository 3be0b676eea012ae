/** A card of one's own: to read, to edit, to delete. */

import { useState } from "preact/hooks";
import { useDraft } from "../parts/draft";
import { Problem, usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { EditCard } from "./edit-card";
import { Origin } from "./origin";
import { useRetroHost } from "./use-board";
import type { OwnCard } from "./view";

interface Props {
  readonly id: string;
  readonly card: OwnCard;
  readonly kind: string;
  readonly pending: boolean;
}

export function MyCard({ id, card, kind, pending }: Props) {
  const { text } = card;
  const host = useRetroHost();
  const perform = usePerform();
  const draft = useDraft(`edit.${id}`);
  const [editing, setEditing] = useState(draft.text !== "");
  const close = () => {
    draft.write("");
    setEditing(false);
  };
  const save = async () => {
    const wanted = draft.text.trim();
    close();
    if (!wanted || wanted === text) return;
    const kept = await perform(id, {
      kind: "retro.edit_card",
      activity: host.id,
      card: id,
      text: wanted,
    });
    if (kept) return;
    draft.giveBack(wanted);
    setEditing(true);
  };
  const remove = () => {
    close();
    host.announce(host.words("retro.card.deleted"));
    void perform(id, { kind: "retro.delete_card", activity: host.id, card: id });
  };
  return (
    <li class={`card ${kind} ${pending ? "pending" : ""}`} data-thing={id}>
      {editing ? (
        <EditCard draft={draft} onSave={() => void save()} onCancel={close} onDelete={remove} />
      ) : (
        <div class="mine">
          <div class="item-text">
            <p>{text}</p>
            <Origin card={card} />
            {card.hidden && <span class="pill">{host.words("retro.card.hidden")}</span>}
          </div>
          {pending ? (
            // A button too, so that the keyboard keeps its place while the card is on its way.
            <button class="quiet" data-act="edit" aria-disabled>
              {host.words("sending")}
            </button>
          ) : (
            <button
              class="quiet"
              data-act="edit"
              aria-label={host.words("retro.card.edit.label", { card: short(text) })}
              onClick={() => (draft.write(text), setEditing(true))}
            >
              {host.words("retro.card.edit")}
            </button>
          )}
        </div>
      )}
      <Problem at={id} />
    </li>
  );
}
