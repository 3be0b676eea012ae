/** Link: everyone says what serves what. On phones the outline comes first, elsewhere the picture. */

import { useRef } from "preact/hooks";
import { Lead } from "../parts/lead";
import { useWide } from "../parts/wide";
import type { Entry, GoalMap } from "./graph";
import { NewItem } from "./new-item";
import { Outline } from "./outline";
import { Picture } from "./picture";
import { useRights } from "./rights";
import { Sight } from "./sight";
import { useGoalsHost } from "./use-goals";

export function Linking({ map }: { map: GoalMap }) {
  const { role, words } = useGoalsHost();
  return (
    <>
      <Lead title={words("goals.link.lead")}>
        {role !== "observer" && <p>{words("goals.link.how")}</p>}
      </Lead>
      <MapAndOutline map={map} />
      <Sight view={map.view} />
    </>
  );
}

interface Props {
  readonly map: GoalMap;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

/** The map both ways. A projector shows the picture alone, as nobody can reach for the other. */
export function MapAndOutline({ map, onAct }: Props) {
  const { role } = useGoalsHost();
  const ref = useRef<HTMLDivElement>(null);
  const wide = useWide(ref);
  const picture = <Picture key="picture" map={map} onAct={onAct} />;
  const outline = <OutlinePart key="outline" map={map} onAct={onAct} />;
  return (
    <div class="both-ways" ref={ref}>
      {role === "observer" ? picture : wide ? [picture, outline] : [outline, picture]}
    </div>
  );
}

function OutlinePart({ map, onAct }: Props) {
  const { words } = useGoalsHost();
  const rights = useRights(map);
  return (
    <section class="outline-part">
      <h3>{words("goals.outline")}</h3>
      <Outline map={map} onAct={onAct} />
      {rights.add && (
        <details class="late">
          <summary>{words("goals.new")}</summary>
          <NewItem name="new" />
        </details>
      )}
    </section>
  );
}
