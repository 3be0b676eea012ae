/** Takes someone out for good: asked once, with the door behind them in the same question. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";
import type { Member } from "./members";

export function TakeOut({ members }: { readonly members: readonly Member[] }) {
  const { words } = useHost();
  const [asked, setAsked] = useState<string>();
  const chosen = members.find(({ id }) => id === asked);
  // The question takes the place of the list: nothing moves under a finger while people come.
  if (chosen)
    return (
      <div data-thing={chosen.id}>
        <Question about={chosen} onDone={() => setAsked(undefined)} />
      </div>
    );
  return (
    <ul class="members">
      {members.map(({ id, called, perspective }) => (
        <li key={id} data-thing={id}>
          <span class="member">
            {called} {perspective && <span class="note">{perspective}</span>}
          </span>
          <button
            class="quiet alert"
            data-act="remove"
            aria-label={words("lobby.remove.label", { name: called })}
            onClick={() => setAsked(id)}
          >
            {words("lobby.remove")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface QuestionProps {
  readonly about: Member;
  readonly onDone: () => void;
}

function Question({ about, onDone }: QuestionProps) {
  const host = useHost();
  const perform = usePerform();
  const { workshop } = useLive(host.room);
  const remove = async (lock_door: boolean) => {
    onDone();
    const command = { kind: "workshop.remove_person", person: about.id, lock_door };
    if (await perform("lobby", command))
      host.announce(host.words("lobby.removed", { name: about.called }));
  };
  const open = workshop.door === "open";
  const detail = [
    host.words("lobby.remove.detail"),
    host.words(open ? "lobby.remove.detail.open" : "lobby.remove.detail.locked"),
  ];
  return (
    <Ask
      question={host.words("lobby.remove.ask", { name: about.called })}
      detail={detail.join(" ")}
      yes={host.words("lobby.remove")}
      onYes={() => void remove(false)}
      more={
        open ? { yes: host.words("lobby.remove.lock"), onYes: () => void remove(true) } : undefined
      }
      onNo={onDone}
    />
  );
}
