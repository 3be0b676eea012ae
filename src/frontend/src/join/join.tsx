/** The join page: the door for who comes the first time, then the room. */

import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../connection/connection";
import type { Refusal as Reason } from "../connection/state";
import type { Frame } from "../shell/frame";
import type { RoomView } from "../view";
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
  const view = connection.view.value;
  if (!view) return <Connecting {...frame} />;
  if (joined) return <Room {...frame} connection={connection} />;
  const shut = shutDoor(view);
  if (shut) return <Refusal {...frame} refusal={shut} />;
  return <Door {...frame} view={view} onJoin={join} />;
}

/** Why strangers would be turned away now: seen before they fill in the form. */
function shutDoor({ workshop }: RoomView): Reason | undefined {
  if (workshop.state === "finished") return { code: "finished", message: "", remedy: "" };
  return workshop.door === "locked" ? { code: "door_locked", message: "", remedy: "" } : undefined;
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
