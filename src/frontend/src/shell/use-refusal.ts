/** Why somebody is turned away. A locked door may open: the page knocks again by itself. */

import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../connection/connection";
import type { Refusal } from "../connection/state";

const KNOCK_MS = 5_000;

/** Stays while it knocks, so that nothing flickers and nothing is read aloud again. */
export function useRefusal(connection: Connection | undefined): Refusal | undefined {
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    let knocking: ReturnType<typeof setTimeout> | undefined;
    setRefusal(undefined);
    const stop = connection?.state.subscribe((state) => {
      if (state.name === "open" || state.name === "finished") setRefusal(undefined);
      if (state.name !== "refused") return;
      setRefusal(state.refusal);
      if (state.refusal.code === "door_locked") {
        clearTimeout(knocking);
        knocking = setTimeout(() => connection.renew(), KNOCK_MS);
      }
    });
    return () => {
      stop?.();
      clearTimeout(knocking);
    };
  }, [connection]);
  return refusal;
}
