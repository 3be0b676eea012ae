/** One big picture that follows the room by itself. Nobody clicks here. */

import { useMemo } from "preact/hooks";
import type { Connection } from "../connection/connection";
import { Refusal } from "../join/refusal";
import { useTitle } from "../join/use-title";
import { Connecting } from "../join/connecting";
import { Activity } from "../shell/activity";
import { Banner } from "../shell/banner";
import { useConnection } from "../shell/connect";
import type { Frame } from "../shell/frame";
import { useRefusal } from "../shell/use-refusal";
import { liveOf, type RoomView } from "../view";
import { Agenda } from "./agenda";
import { Invitation } from "./invitation";
import { ScreenHeader } from "./header";
import { useFit } from "./use-fit";
import { watch } from "./watch";

export function Screen(frame: Frame) {
  const connection = useConnection(() => watch(frame));
  const refusal = useRefusal(connection);
  if (refusal) return <Refusal {...frame} refusal={refusal} />;
  if (!connection?.view.value) return <Connecting {...frame} />;
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
  const begun = live !== undefined && connection.presence.value.here > 0;
  useTitle(view.workshop.title);
  useFit(live && view.activities[live.id]?.phase);
  return (
    <>
      <ScreenHeader {...props} invites={open && begun} />
      <Banner state={connection.state.value} say={say} of="screen" />
      <div class={`picture${open && !begun ? " inviting" : ""}`}>
        <main>
          {live ? (
            <Activity id={live.id} kind={live.kind} load={page.load} around={around} />
          ) : (
            <Agenda
              view={view}
              here={connection.presence.value.here}
              say={say}
              lang={lang}
              now={connection.now()}
            />
          )}
        </main>
        {open && !begun && (
          <Invitation connection={connection} base={page.base} view={view} say={say} />
        )}
      </div>
    </>
  );
}
