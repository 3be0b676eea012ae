/** The workshop, what is live with its step, how many are here, the time, and the way in. */

import type { Connection } from "../connection/connection";
import { Clock } from "../shell/clock";
import type { Frame } from "../shell/frame";
import { Steps } from "../shell/steps";
import { liveOf, type RoomView } from "../view";
import { authored } from "../words";
import { Invitation } from "./invitation";

interface Props extends Frame {
  readonly connection: Connection;
  readonly view: RoomView;
  /** Whether the way in stands here, small, rather than large beside the picture. */
  readonly invites: boolean;
}

export function ScreenHeader(props: Props) {
  const { connection, view, page, say, lang, announce, invites } = props;
  const live = liveOf(view);
  const activity = live && view.activities[live.id];
  const { here, ready } = connection.presence.value;
  return (
    <header class="top">
      <div class="what">
        <h1>{view.workshop.title}</h1>
        {activity && <p class="live-title">{authored(activity.title, lang)}</p>}
        {activity && <Steps view={activity} say={say} />}
      </div>
      <div class="how-far">
        <Clock timer={view.timer} now={() => connection.now()} say={say} announce={announce} />
        {here > 0 && <span class="pill">{say("screen.here", { n: here })}</span>}
        {activity && ready > 0 && (
          <span class="pill">{say("screen.ready", { n: ready, here })}</span>
        )}
      </div>
      {invites && <Invitation {...{ connection, base: page.base, view, say }} small />}
    </header>
  );
}
