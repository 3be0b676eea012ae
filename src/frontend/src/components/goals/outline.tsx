/** The whole map as lists, one a level: everything the picture says and does, without a picture. */

import { useMemo } from "preact/hooks";
import { useId } from "../../use-id";
import { itemsAt, relationsOf, type Entry, type GoalMap, type Relations } from "./graph";
import { LevelName } from "./level";
import { OutlineRow } from "./outline-row";
import { useGoalsHost } from "./use-goals";
import { LEVELS, type Level } from "./view";

interface Props {
  readonly map: GoalMap;
  /** Makes an action of a goal or an outcome. */
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

/** Drawn anew only when the map itself changes: patches may come twenty times a second. */
export function Outline({ map, onAct }: Props) {
  const { words } = useGoalsHost();
  const { items, links, phase } = map.view;
  const relations = useMemo(() => relationsOf(map.view), [items, links]);
  return useMemo(() => {
    if (!items.order.length) return <p class="note">{words("goals.none")}</p>;
    return (
      <div class="outline">
        {LEVELS.map((level) => (
          <OutlineLevel key={level} level={level} map={map} relations={relations} onAct={onAct} />
        ))}
      </div>
    );
  }, [items, links, phase, map.me.items, map.pending, onAct]);
}

interface LevelProps extends Props {
  readonly level: Level;
  readonly relations: ReadonlyMap<string, Relations>;
}

function OutlineLevel({ level, map, relations, onAct }: LevelProps) {
  const id = useId();
  const entries = itemsAt(map.view.items, level);
  if (!entries.length) return null;
  return (
    <section class={`outline-level ${level}`} aria-labelledby={id}>
      <h4 id={id}>
        <LevelName level={level} /> <span class="note">{entries.length}</span>
      </h4>
      <ul class="cards">
        {entries.map((entry) => (
          <OutlineRow
            key={entry[0]}
            entry={entry}
            map={map}
            relations={relations.get(entry[0])!}
            onAct={onAct}
          />
        ))}
      </ul>
    </section>
  );
}
