/** One goal map, one phase at a time. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { Drafting } from "./drafting";
import type { GoalMap } from "./graph";
import { Linking } from "./linking";
import { Rating } from "./rating";
import { Results } from "./results";
import { useGoalMap, useGoalsHost } from "./use-goals";
import type { GoalsHost, GoalsView } from "./view";

export function Goals() {
  const map = useGoalMap();
  const { role } = useGoalsHost();
  useNews(map.view);
  return (
    <div class={`goals ${role} phase-${map.view.phase}`}>
      <Problem at="map" />
      <Phase map={map} />
    </div>
  );
}

function Phase({ map }: { map: GoalMap }) {
  switch (map.view.phase) {
    case "draft":
      return <Drafting map={map} />;
    case "link":
      return <Linking map={map} />;
    case "rate":
    case "re-rate":
      return <Rating key={map.view.round} map={map} />;
    default:
      return <Results map={map} />;
  }
}

/** Says what has changed for everyone: the phase, or what is talked about now. */
function useNews(view: GoalsView): void {
  const host = useGoalsHost();
  const before = useRef(view);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = view;
    if (was.phase !== view.phase) host.announce(host.words(`goals.${view.phase}.news`));
    else if (view.focus && was.focus !== view.focus) host.announce(focusNews(view, host.words));
  }, [view.phase, view.focus]);
}

function focusNews(view: GoalsView, words: GoalsHost["words"]): string {
  const item = view.items.items[view.focus ?? ""];
  return item ? words("goals.focus.news", { item: short(item.text) }) : "";
}
