/** One item of the outline: what it says, what it serves, what serves it; and, opened, its tools. */

import { useMemo, useState } from "preact/hooks";
import { short } from "../parts/text";
import type { Entry, GoalMap, Relations } from "./graph";
import { ItemText } from "./item-text";
import { ItemTools } from "./item-tools";
import { useRights } from "./rights";
import { useGoalsHost } from "./use-goals";
import type { MapItem } from "./view";

interface Props {
  readonly entry: Entry;
  readonly map: GoalMap;
  readonly relations: Relations;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function OutlineRow({ entry, map, relations, onAct }: Props) {
  const [id, item] = entry;
  const pending = map.pending.has(id);
  const [up, down] = [namesOf(relations.up), namesOf(relations.down)];
  const said = useMemo(() => <Said item={item} up={up} down={down} />, [item, up, down]);
  return (
    <li class={`card ${item.level} ${pending ? "pending" : ""}`} data-thing={id}>
      {said}
      <Opener entry={entry} map={map} onAct={onAct} />
    </li>
  );
}

function namesOf(entries: readonly Entry[]): string {
  return entries.map(([, { text }]) => `“${short(text, 40)}”`).join(", ");
}

/** What it says, what it serves and what serves it. */
function Said({ item, up, down }: { item: MapItem; up: string; down: string }) {
  const { words } = useGoalsHost();
  return (
    <>
      <ItemText item={item} />
      {up && <p class="note">{words("goals.serves", { items: up })}</p>}
      {down && <p class="note">{words("goals.served", { items: down })}</p>}
    </>
  );
}

function Opener({ entry, map, onAct }: Pick<Props, "entry" | "map" | "onAct">) {
  const { words } = useGoalsHost();
  const rights = useRights(map, entry[0]);
  const [open, setOpen] = useState(false);
  if (!rights.link && !rights.edit && !(rights.act && onAct)) return null;
  return (
    <>
      <button
        class="quiet"
        data-act="open"
        aria-expanded={open}
        aria-label={words("goals.open.label", { item: short(entry[1].text) })}
        onClick={() => setOpen(!open)}
      >
        {words(open ? "goals.close" : "goals.open")}
      </button>
      {open && <ItemTools entry={entry} map={map} onAct={onAct} />}
    </>
  );
}
