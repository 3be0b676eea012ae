/** The join page: the door for who comes the first time, then the room. */

import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../connection/connection";
import type { Frame } from "../shell/frame";
import { attend, hasJoined, look, type Introduction } from "./attend";
import { Door } from "./door";
import { Refusal } from "./refusal";
import { Room } from "./room";
import { Connecting } from "./connecting";

export function Join(frame: Frame) {
  const [joined, setJoined] = useState(() => hasJoined(frame));
  const [introduction, setIntroduction] = useState<Introduction>();
  const connection = useConnection(
    () => (joined ? attend(frame, introduction) : look(frame)),
    joined,
  );
  const join = (introduced: Introduction): void => {
    setIntroduction(introduced);
    setJoined(true);
  };
  if (!connection) return <Connecting {...frame} />;
  const state = connection.state.value;
  if (state.name === "refused") return <Refusal {...frame} refusal={state.refusal} />;
  if (!connection.view.value) return <Connecting {...frame} />;
  return joined ? (
    <Room {...frame} connection={connection} />
  ) : (
    <Door {...frame} view={connection.view.value} onJoin={join} />
  );
}

/** One connection at a time; the one before ends. */
function useConnection(make: () => Connection, joined: boolean): Connection | undefined {
  const [connection, setConnection] = useState<Connection>();
  useEffect(() => {
    const made = make();
    setConnection(made);
    return () => {
      setConnection(undefined);
      made.close();
    };
  }, [joined]);
  return connection;
}
