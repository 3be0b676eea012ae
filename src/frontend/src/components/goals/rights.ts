/** What a person may do to the map now; the room decides, and says so in the same words. */

import { useGoalsHost } from "./use-goals";
import type { GoalMap } from "./graph";

export interface Rights {
  readonly link: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly add: boolean;
  readonly act: boolean;
}

const NONE: Rights = { link: false, edit: false, remove: false, add: false, act: false };

/** Of one item, or, without `id`, of the map: one's own can be changed where all draft again. */
export function useRights({ view, me }: GoalMap, id = ""): Rights {
  const { role } = useGoalsHost();
  const own = view.phase === "draft" && me.items?.items[id] !== undefined;
  const leads = role === "facilitator";
  const linking = view.phase === "link";
  if (role === "observer") return NONE;
  return {
    link: linking || (leads && view.phase !== "draft"),
    edit: linking || leads || own,
    remove: leads || own,
    add: leads && linking,
    act: view.phase === "discuss" || view.phase === "agree",
  };
}
