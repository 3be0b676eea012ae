/** The door: when locked, nobody new comes in; who is in stays in. */

import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";

export function Door() {
  const host = useHost();
  const perform = usePerform();
  const { workshop } = useLive(host.room);
  const locked = workshop.door === "locked";
  const kind = locked ? "workshop.unlock_door" : "workshop.lock_door";
  return (
    <div class="door">
      <p role="status">{host.words(locked ? "lobby.door.locked" : "lobby.door.open")}</p>
      <button onClick={() => void perform("lobby", { kind })}>
        {host.words(locked ? "lobby.door.unlock" : "lobby.door.lock")}
      </button>
    </div>
  );
}
