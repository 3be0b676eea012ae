/** One item of the outline: what it says, what it serves, what serves it; and, opened, its tools. */

import { useState } from "preact/hooks";
import { short } from "../parts/text";
import type { Entry, GoalMap } from "./graph";
import { ItemText } from "./item-text";
import { ItemTools } from "./item-tools";
import { useRights } from "./rights";
import { useGoalsHost } from "./use-goals";

interface Props {
  readonly entry: Entry;
  readonly map: GoalMap;
  readonly up: readonly Entry[];
  readonly down: readonly Entry[];
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function OutlineRow({ entry, map, up, down, onAct }: Props) {
  const [id, item] = entry;
  const pending = map.pending.has(id);
  return (
    <li class={`card ${item.level} ${pending ? "pending" : ""}`} data-thing={id}>
      <ItemText item={item} />
      <Relations up={up} down={down} />
      <Opener entry={entry} map={map} onAct={onAct} />
    </li>
  );
}

function Relations({ up, down }: { up: readonly Entry[]; down: readonly Entry[] }) {
  const { words } = useGoalsHost();
  const names = (entries: readonly Entry[]) =>
    entries.map(([, { text }]) => `“${short(text, 40)}”`).join(", ");
  return (
    <>
      {up.length > 0 && <p class="note">{words("goals.serves", { items: names(up) })}</p>}
      {down.length > 0 && <p class="note">{words("goals.served", { items: names(down) })}</p>}
    </>
  );
}

function Opener({ entry, map, onAct }: Pick<Props, "entry" | "map" | "onAct">) {
  const { words } = useGoalsHost();
  const rights = useRights(map);
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
