/** The board now, with this person's wishes drawn in. */

import { useMemo } from "preact/hooks";
import { useHost, useLive } from "../parts/host";
import type { Board } from "./board";
import { foresee } from "./foresee";
import type { RetroMe, RetroView } from "./view";

export function useRetroHost() {
  return useHost<RetroView, RetroMe>();
}

export function useBoard(): Board {
  const host = useRetroHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}
