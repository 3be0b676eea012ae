/** Before the first word from the room. Says so only where it takes a while. */

import { useEffect, useState } from "preact/hooks";
import type { Frame } from "../shell/frame";

export function Connecting({ say }: Frame) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setLong(true), 600);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <main class="sheet" aria-busy="true">
      <p role="status">{long && say("connection.connecting")}</p>
    </main>
  );
}
