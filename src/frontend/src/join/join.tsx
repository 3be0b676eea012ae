/** The join page: the door for who comes the first time, then the room. */

import { useLayoutEffect, useState } from "preact/hooks";
import type { Refusal as Reason } from "../connection/state";
import { useConnection } from "../shell/connect";
import type { Frame } from "../shell/frame";
import { useRefusal } from "../shell/use-refusal";
import type { RoomView } from "../view";
import { Arrival, isNew } from "./arrival";
import { attend, look, returns, type Introduction } from "./attend";
import { Door } from "./door";
import { Refusal } from "./refusal";
import { Room } from "./room";
import { Connecting } from "./connecting";

/** Who comes by a link from another device is asked first whether it is their own. */
export function Join(frame: Frame) {
  const [asked, setAsked] = useState(() => isNew(frame));
  return asked ? <Arrival {...frame} onDone={() => setAsked(false)} /> : <Entrance {...frame} />;
}

function Entrance(frame: Frame) {
  const [joined, setJoined] = useState(() => frame.store.joined(frame.page.code));
  const [introduction, setIntroduction] = useState<Introduction>();
  const enter = () => (joined ? attend(frame, introduction) : look(frame));
  const connection = useConnection(enter, joined);
  const refusal = useRefusal(connection);
  const view = connection?.view.value;
  useLayoutEffect(() => {
    if (!joined && view && returns(frame, view)) setJoined(true);
  }, [joined, view?.workshop.id]);
  const join = (introduced: Introduction): void => {
    setIntroduction(introduced);
    setJoined(true);
  };
  if (refusal) return <Refusal {...frame} refusal={refusal} />;
  if (!connection || !view) return <Connecting {...frame} />;
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
