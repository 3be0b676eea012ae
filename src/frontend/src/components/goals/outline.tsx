/** The whole map as lists, one a level: everything the picture says and does, without a picture. */

import { useId } from "../../use-id";
import { childrenOf, itemsAt, parentsOf, type Entry, type GoalMap } from "./graph";
import { LevelName } from "./level";
import { OutlineRow } from "./outline-row";
import { useGoalsHost } from "./use-goals";
import { LEVELS, type Level } from "./view";

interface Props {
  readonly map: GoalMap;
  /** Makes an action of a goal or an outcome. */
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function Outline({ map, onAct }: Props) {
  const { words } = useGoalsHost();
  if (!map.view.items.order.length) return <p class="note">{words("goals.none")}</p>;
  return (
    <div class="outline">
      {LEVELS.map((level) => (
        <OutlineLevel key={level} level={level} map={map} onAct={onAct} />
      ))}
    </div>
  );
}

function OutlineLevel({ level, map, onAct }: Props & { level: Level }) {
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
            up={parentsOf(map.view, entry[0])}
            down={childrenOf(map.view, entry[0])}
            onAct={onAct}
          />
        ))}
      </ul>
    </section>
  );
}
