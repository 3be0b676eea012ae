/** The experiment board now, with this person's wishes drawn in. */

import { useMemo } from "preact/hooks";
import { useHost, useLive } from "../parts/host";
import { foresee, type Board } from "./foresee";
import type { ExperimentsMe, ExperimentsView } from "./view";

export function useExperimentsHost() {
  return useHost<ExperimentsView, ExperimentsMe>();
}

export function useBoard(): Board {
  const host = useExperimentsHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}
