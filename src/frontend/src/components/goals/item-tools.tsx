/** What can be done with an item: the same beside the picture and in the outline. */

import { useState } from "preact/hooks";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { EditItem } from "./edit-item";
import type { Entry, GoalMap } from "./graph";
import { LinkTools } from "./link-tools";
import { EditButton } from "./my-item";
import { RemoveItem } from "./remove-item";
import { useRights } from "./rights";
import { useGoalsHost } from "./use-goals";

interface Props {
  readonly entry: Entry;
  readonly map: GoalMap;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function ItemTools({ entry, map, onAct }: Props) {
  const [id, item] = entry;
  const rights = useRights(map, id);
  const [editing, setEditing] = useState(false);
  if (editing) return <EditItem id={id} item={item} onClose={() => setEditing(false)} />;
  return (
    <div class="item-tools">
      <LinkTools id={id} map={map} mayLink={rights.link} />
      <div class="row tools">
        {rights.act && onAct && <ActButton entry={entry} onAct={onAct} />}
        {rights.edit && <EditButton item={item} onEdit={() => setEditing(true)} />}
        {rights.remove && <RemoveItem id={id} text={item.text} />}
      </div>
      <Problem at={id} />
    </div>
  );
}

/** Actions are made of what should change: goals and outcomes. */
export function ActButton({ entry, onAct }: { entry: Entry; onAct: (entry: Entry) => void }) {
  const { words } = useGoalsHost();
  const [, { level, text }] = entry;
  if (level !== "goal" && level !== "outcome") return null;
  return (
    <button
      data-act="act"
      aria-label={words("goals.act.label", { item: short(text) })}
      onClick={() => onAct(entry)}
    >
      {words("goals.act")}
    </button>
  );
}
