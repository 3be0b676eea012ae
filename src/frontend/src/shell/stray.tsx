/** Wishes sent before a refresh that the room turned down: nobody else is left to tell. */

import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Connection } from "../connection/connection";
import { explain } from "../make-host";
import type { Say } from "../words";

export function Stray({ connection, say }: { readonly connection: Connection; readonly say: Say }) {
  const problem = useMemo(() => signal(""), [connection]);
  useEffect(() => {
    connection.onStray = (refused) => (problem.value = explain(refused, say));
    return () => (connection.onStray = () => undefined);
  }, [connection, say]);
  return (
    <div role="alert">
      {problem.value && (
        <div class="banner stray">
          <p>{say("connection.stray", { why: problem.value })}</p>
          <button onClick={() => (problem.value = "")}>{say("connection.understood")}</button>
        </div>
      )}
    </div>
  );
}
