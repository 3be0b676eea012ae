/** A broken connection, said politely: the page stays usable, and short breaks say nothing. */

import { useEffect, useState } from "preact/hooks";
import type { State } from "../connection/state";
import type { Say } from "../words";

const PATIENCE_MS = 1_500;

interface Props {
  readonly state: State;
  readonly say: Say;
  /** Whose words: a projector has nothing to send. */
  readonly of?: "connection" | "screen";
}

export function Banner({ state, say, of = "connection" }: Props) {
  const cut = state.name === "reconnecting" || state.name === "offline";
  const shown = useAfter(cut, PATIENCE_MS);
  return (
    <div class="banner-place" role="status">
      {cut && shown && <p class="banner">{say(`${of}.${state.name}`)}</p>}
    </div>
  );
}

/** True once `is` has lasted for `ms`. */
function useAfter(is: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    setLasted(false);
    if (!is) return;
    const waiting = setTimeout(() => setLasted(true), ms);
    return () => clearTimeout(waiting);
  }, [is, ms]);
  return lasted;
}
