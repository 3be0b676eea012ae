/** Who is here: how many, and for the facilitator the names that people gave. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useHost, useLive } from "../parts/host";
import { membersOf, type Member } from "./members";
import { TakeOut } from "./take-out";

export function People() {
  const host = useHost();
  const id = useId();
  const { people, workshop } = useLive(host.room);
  const { here } = useLive(host.presence);
  const [choosing, setChoosing] = useState(false);
  const members = membersOf(people.items ?? {}, host.words);
  const leads = host.role === "facilitator" && workshop.state === "open";
  return (
    <section class="people" aria-labelledby={id} data-thing="people">
      <h3 id={id}>{host.words("lobby.people")}</h3>
      <p role="status">
        <b>{host.words("lobby.here", { n: here })}</b>
        {people.count > 0 && (
          <span class="note"> · {host.words("lobby.joined", { n: people.count })}</span>
        )}
      </p>
      {leads && members.length > 0 && (
        <button class="quiet" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {host.words(choosing ? "lobby.remove.close" : "lobby.remove.choose")}
        </button>
      )}
      {leads && choosing && members.length > 0 ? (
        <TakeOut members={members} />
      ) : (
        <Names members={members} />
      )}
    </section>
  );
}

function Names({ members }: { readonly members: readonly Member[] }) {
  const { words } = useHost();
  const named = members.filter(({ named }) => named);
  const nameless = members.length - named.length;
  if (!named.length) return null;
  return (
    <ul class="names">
      {named.map(({ id, called, perspective }) => (
        <li key={id} class="pill">
          {called}
          {perspective && <span class="note">{perspective}</span>}
        </li>
      ))}
      {nameless > 0 && <li class="note">{words("lobby.nameless", { n: nameless })}</li>}
    </ul>
  );
}
