/** An item of one's own that nobody else sees yet: to read, to change, to delete. */

import { useState } from "preact/hooks";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { EditItem } from "./edit-item";
import { ItemText } from "./item-text";
import { RemoveItem } from "./remove-item";
import { useGoalsHost } from "./use-goals";
import type { MapItem } from "./view";

interface Props {
  readonly id: string;
  readonly item: MapItem;
  readonly pending: boolean;
}

export function MyItem({ id, item, pending }: Props) {
  const { drafts, words } = useGoalsHost();
  const [editing, setEditing] = useState(drafts.read(`edit.${id}`) !== "");
  return (
    <li class={`card ${item.level} ${pending ? "pending" : ""}`} data-thing={id}>
      {editing ? (
        <EditItem id={id} item={item} onClose={() => setEditing(false)} />
      ) : (
        <>
          <ItemText item={item} named />
          {pending ? (
            <p class="note">{words("sending")}</p>
          ) : (
            <div class="row tools">
              <EditButton item={item} onEdit={() => setEditing(true)} />
              <RemoveItem id={id} text={item.text} own />
            </div>
          )}
          <Problem at={id} />
        </>
      )}
    </li>
  );
}

export function EditButton({ item, onEdit }: { item: MapItem; onEdit: () => void }) {
  const { words } = useGoalsHost();
  return (
    <button
      class="quiet"
      data-act="edit"
      aria-label={words("goals.edit.label", { item: short(item.text) })}
      onClick={onEdit}
    >
      {words("goals.edit")}
    </button>
  );
}
