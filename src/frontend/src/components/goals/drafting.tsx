/** Draft: everyone writes what belongs on the map; nobody else sees it yet. */

import { listed } from "../../view";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import type { GoalMap } from "./graph";
import { MyItem } from "./my-item";
import { NewItem } from "./new-item";
import { Outline } from "./outline";
import { useGoalsHost } from "./use-goals";

export function Drafting({ map }: { map: GoalMap }) {
  const { role, words } = useGoalsHost();
  const writes = role !== "observer";
  const shown = map.view.items.order.length > 0;
  return (
    <>
      <Lead title={words("goals.draft.lead")}>
        <p>{words("goals.draft.how")}</p>
        <p class="promise">
          <Lock />
          <span>{words(`goals.promise.${role}`)}</span>
        </p>
      </Lead>
      <p class={role === "participant" ? "note" : "big-count"} role="status">
        {words("goals.drafted", { n: map.view.drafted })}
      </p>
      {writes && (
        <div class="drafting">
          <NewItem name="new" />
          <MyItems map={map} />
        </div>
      )}
      {shown && (
        <section class="known">
          <h3>{words("goals.known")}</h3>
          <Outline map={map} />
        </section>
      )}
    </>
  );
}

function MyItems({ map }: { map: GoalMap }) {
  const { words } = useGoalsHost();
  const mine = listed(map.me.items).filter(([id]) => map.view.items.items[id] === undefined);
  return (
    <section class="my-items">
      <h3>{words("goals.mine")}</h3>
      {mine.length === 0 && <p class="note">{words("goals.mine.none")}</p>}
      <ul class="cards">
        {mine.map(([id, item]) => (
          <MyItem key={id} id={id} item={item} pending={map.pending.has(id)} />
        ))}
      </ul>
    </section>
  );
}
