/** A page's connection to its workshop's room. */

import { useEffect, useState } from "preact/hooks";
import { Connection } from "../connection/connection";
import { socketAddress, socketWire } from "../connection/wires";
import type { Hello } from "../protocol";
import type { Frame } from "./frame";

/** `scope` names what this tab keeps of its pending commands. */
export function connect(
  { page, store }: Pick<Frame, "page" | "store">,
  hello: () => Hello,
  scope: string,
): Connection {
  const open = socketWire(socketAddress(page.base, page.code));
  return new Connection({ open, wire: "socket", hello, store, scope });
}

/** One connection at a time; the one before ends when `key` changes. */
export function useConnection(make: () => Connection, key?: unknown): Connection | undefined {
  const [connection, setConnection] = useState<Connection>();
  useEffect(() => {
    const made = make();
    setConnection(made);
    return () => {
      setConnection(undefined);
      made.close();
    };
  }, [key]);
  return connection;
}
