/** Always in view: the workshop, the time, the step, and "I'm done". */

import type { Connection } from "../connection/connection";
import { Clock } from "../shell/clock";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import { Steps } from "../shell/steps";
import { canBeDone, liveOf, type RoomView } from "../view";

interface Props extends Frame {
  readonly connection: Connection;
  readonly view: RoomView;
}

export function Header({ connection, view, say, lang, choose, announce }: Props) {
  const live = liveOf(view);
  const activity = live && view.activities[live.id];
  const open = view.workshop.state === "open";
  return (
    <header class="top">
      <div class="row">
        <h1>{view.workshop.title}</h1>
        {open && (
          <Clock timer={view.timer} now={() => connection.now()} say={say} announce={announce} />
        )}
        <LanguageSwitch lang={lang} onChoose={choose} />
      </div>
      {open && activity && (
        <div class="row">
          <Steps view={activity} say={say} />
          {canBeDone(activity) && <Ready connection={connection} say={say} />}
        </div>
      )}
    </header>
  );
}

function Ready({ connection, say }: Pick<Props, "connection" | "say">) {
  const ready = connection.ready.value;
  return (
    <button class="ready" aria-pressed={ready} onClick={() => connection.markReady(!ready)}>
      <span aria-hidden="true">{ready ? "✓" : "○"}</span> {say("ready.done")}
    </button>
  );
}
