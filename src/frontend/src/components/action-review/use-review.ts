/** The review now, with this person's wishes drawn in. */

import { useMemo } from "preact/hooks";
import { useHost, useLive } from "../parts/host";
import { foresee, type Sight } from "./foresee";
import type { ReviewMe, ReviewView } from "./view";

export function useReviewHost() {
  return useHost<ReviewView, ReviewMe>();
}

export function useSight(): Sight {
  const host = useReviewHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}
