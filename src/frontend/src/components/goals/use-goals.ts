/** The goal map now, with this person's wishes drawn in. */

import { useMemo } from "preact/hooks";
import { useHost, useLive } from "../parts/host";
import { foresee } from "./foresee";
import type { GoalMap } from "./graph";
import type { GoalsMe, GoalsView } from "./view";

export function useGoalsHost() {
  return useHost<GoalsView, GoalsMe>();
}

export function useGoalMap(): GoalMap {
  const host = useGoalsHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}
