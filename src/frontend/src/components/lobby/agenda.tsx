/** The activities in order; the facilitator makes one of them live. */

import { useId } from "../../use-id";
import { listed, type AgendaItem } from "../../view";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";

export function Agenda() {
  const host = useHost();
  const heading = useId();
  const { agenda, workshop } = useLive(host.room);
  const items = listed(agenda);
  return (
    <section class="agenda" aria-labelledby={heading}>
      <h3 id={heading}>{host.words("lobby.agenda")}</h3>
      {!items.length && <p class="note">{host.words("lobby.agenda.empty")}</p>}
      <ol>
        {items.map(([id, item]) => (
          <Entry
            key={id}
            id={id}
            item={item}
            live={workshop.live}
            open={workshop.state === "open"}
          />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  readonly id: string;
  readonly item: AgendaItem;
  readonly live: string | undefined;
  readonly open: boolean;
}

function Entry({ id, item, live, open }: EntryProps) {
  const host = useHost();
  const perform = usePerform();
  const title = host.text(item.title);
  const now = open && live === id;
  const key = live === undefined ? "lobby.start" : "lobby.go";
  const start = () => void perform("lobby", { kind: "workshop.make_live", activity: id });
  return (
    <li class={now ? "now" : ""} aria-current={now ? "step" : undefined} data-thing={id}>
      <div class="agenda-text">
        <b>{title}</b>
        <span class="note">
          {host.words(`kind.${item.kind}`)} · {host.words(`${item.kind}.phase.${item.phase}`)}
        </span>
      </div>
      {now && <span class="pill">{host.words("lobby.live")}</span>}
      {!now && open && host.role === "facilitator" && (
        <button data-act="go" aria-label={host.words(`${key}.label`, { title })} onClick={start}>
          {host.words(key)}
        </button>
      )}
    </li>
  );
}
