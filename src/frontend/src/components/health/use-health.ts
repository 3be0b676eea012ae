/** The health check now, with this person's wishes drawn in. */

import { useMemo } from "preact/hooks";
import { useHost, useLive } from "../parts/host";
import { foresee, type Sight } from "./foresee";
import type { HealthMe, HealthView } from "./view";

/** The host of a health check's parts. */
export function useHealthHost() {
  return useHost<HealthView, HealthMe>();
}

export function useSight(): Sight {
  const host = useHealthHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}
