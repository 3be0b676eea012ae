/** One big picture that follows the room by itself. Nobody clicks here. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Connection } from "../connection/connection";
import { look } from "../join/attend";
import { Refusal } from "../join/refusal";
import { useTitle } from "../join/use-title";
import { Connecting } from "../join/connecting";
import { Activity } from "../shell/activity";
import { Banner } from "../shell/banner";
import type { Frame } from "../shell/frame";
import { liveOf, type RoomView } from "../view";
import { Agenda } from "./agenda";
import { Invitation } from "./invitation";
import { ScreenHeader } from "./header";

export function Screen(frame: Frame) {
  const connection = useLook(frame);
  if (!connection) return <Connecting {...frame} />;
  const state = connection.state.value;
  if (state.name === "refused") return <Refusal {...frame} refusal={state.refusal} />;
  if (!connection.view.value) return <Connecting {...frame} />;
  return <Picture {...frame} connection={connection} view={connection.view.value} />;
}

interface Props extends Frame {
  readonly connection: Connection;
  readonly view: RoomView;
}

function Picture(props: Props) {
  const { connection, view, page, store, say, lang, announce } = props;
  const around = useMemo(
    () => ({ connection, store, say, lang, announce }),
    [connection, say, lang],
  );
  const live = liveOf(view);
  const open = view.workshop.state === "open";
  useTitle(view.workshop.title);
  return (
    <>
      <ScreenHeader {...props} />
      <Banner state={connection.state.value} say={say} />
      <div class={`picture${live ? " live" : ""}`}>
        <main>
          {live ? (
            <Activity id={live.id} kind={live.kind} load={page.load} around={around} />
          ) : (
            <Agenda view={view} say={say} lang={lang} now={connection.now()} />
          )}
        </main>
        {open && <Invitation connection={connection} view={view} say={say} />}
      </div>
    </>
  );
}

function useLook(frame: Frame): Connection | undefined {
  const [connection, setConnection] = useState<Connection>();
  useEffect(() => {
    const made = look(frame);
    setConnection(made);
    return () => made.close();
  }, []);
  return connection;
}
