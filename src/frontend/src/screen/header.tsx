/** The workshop, what is live with its step, how many are here, and the time. */

import type { Connection } from "../connection/connection";
import { Clock } from "../shell/clock";
import type { Frame } from "../shell/frame";
import { Steps } from "../shell/steps";
import { liveOf, type RoomView } from "../view";
import { authored } from "../words";

interface Props extends Frame {
  readonly connection: Connection;
  readonly view: RoomView;
}

export function ScreenHeader({ connection, view, say, lang, announce }: Props) {
  const live = liveOf(view);
  const activity = live && view.activities[live.id];
  const { here, ready } = connection.presence.value;
  return (
    <header class="top">
      <div class="row">
        <div>
          <h1>{view.workshop.title}</h1>
          {activity && <p class="live-title">{authored(activity.title, lang)}</p>}
        </div>
        <div class="row">
          {activity && ready > 0 && (
            <span class="pill">{say("screen.ready", { n: ready, here })}</span>
          )}
          {here > 0 && <span class="pill">{say("screen.here", { n: here })}</span>}
          <Clock timer={view.timer} now={() => connection.now()} say={say} announce={announce} />
        </div>
      </div>
      {activity && <Steps view={activity} say={say} />}
    </header>
  );
}
