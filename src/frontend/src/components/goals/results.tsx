/** Reveal, discuss, agree: what everyone answered, the map, and what its links say. */

import { useState } from "preact/hooks";
import { ActionPanel } from "../actions/panel";
import { Lead } from "../parts/lead";
import type { Entry, GoalMap } from "./graph";
import { Heat } from "./heat";
import { MapAndOutline } from "./linking";
import { RoundResults } from "./round-results";
import { Sight } from "./sight";
import { useGoalsHost } from "./use-goals";

export function Results({ map }: { map: GoalMap }) {
  const { role, words } = useGoalsHost();
  const { phase } = map.view;
  const [about, setAbout] = useState<Entry>();
  const acts = phase === "discuss" || phase === "agree";
  const looks = role === "observer";
  return (
    <div class={acts ? `talking ${phase === "agree" ? "act" : phase}` : "talk"}>
      <div class="talk">
        <Lead title={words(`goals.${phase}.lead`)}>
          {!looks && <p>{words(`goals.${phase}.how`)}</p>}
        </Lead>
        <Sides map={map} onAct={acts && !looks ? setAbout : undefined} />
      </div>
      {acts && (
        <ActionPanel
          canAdd={!looks}
          about={about && { id: about[0], title: about[1].text }}
          onClose={() => setAbout(undefined)}
        />
      )}
    </div>
  );
}

interface Props {
  readonly map: GoalMap;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

const SIDES = ["answers", "map", "sight"] as const;

/** Three ways to look at it, one at a time; a projector shows the answers, and at last the map. */
function Sides({ map, onAct }: Props) {
  const { role, words } = useGoalsHost();
  const [side, setSide] = useState<(typeof SIDES)[number]>("answers");
  const wall = role === "observer" && map.view.phase === "agree";
  return (
    <>
      {role !== "observer" && (
        <div class="row sides" role="group" aria-label={words("goals.sides")}>
          {SIDES.map((one) => (
            <button key={one} aria-pressed={one === side} onClick={() => setSide(one)}>
              {words(`goals.side.${one}`)}
            </button>
          ))}
        </div>
      )}
      {side === "answers" && <AnswersSide map={map} onAct={onAct} />}
      {(side === "map" || wall) && <MapAndOutline map={map} onAct={onAct} />}
      {side === "sight" && <Sight view={map.view} />}
    </>
  );
}

function AnswersSide({ map, onAct }: Props) {
  const { role, words } = useGoalsHost();
  const rounds = map.view.rounds ?? [];
  const last = rounds[rounds.length - 1];
  if (!last) return <p class="panel">{words("goals.results.none")}</p>;
  if (last.raters === 0) return <p class="panel">{words("goals.results.nobody")}</p>;
  return (
    <>
      {role === "facilitator" && <Heat view={map.view} round={last} />}
      <RoundResults map={map} round={last} before={rounds[rounds.length - 2]} onAct={onAct} />
    </>
  );
}
