/** One workshop at a glance, for the facilitator and for the room that is arriving. */

import { useHost, useLive } from "../parts/host";
import { DueReviews } from "../parts/due-reviews";
import { Problem } from "../parts/perform";
import { Agenda } from "./agenda";
import { Door } from "./door";
import { Finish } from "./finish";
import { JoinBox } from "./join-box";
import { Lend } from "./lend";
import { People } from "./people";
import { RenewCode } from "./renew-code";

export function Lobby() {
  const host = useHost();
  const { workshop, reviews } = useLive(host.room);
  const leads = host.role === "facilitator";
  const open = workshop.state === "open";
  return (
    <div class="lobby">
      <header class="lobby-head">
        <h2 tabIndex={-1} data-home>
          {workshop.title}
        </h2>
        <p class="note">{workshop.team}</p>
      </header>
      <Problem at="lobby" />
      {open ? <JoinBox /> : <p class="lobby-over">{host.words("lobby.finished")}</p>}
      <div class="lobby-side">
        {open && (
          <DueReviews reviews={reviews} say={host.words} lang={host.lang} now={host.now()} />
        )}
        <Agenda />
        {leads && open && (
          <div class="lobby-ends">
            <Door />
            <RenewCode />
            <Finish />
          </div>
        )}
        {leads && !host.lent && <Lend />}
        {/* Last, as it grows while people come: nothing that is pressed may move under a finger. */}
        <People />
      </div>
    </div>
  );
}
