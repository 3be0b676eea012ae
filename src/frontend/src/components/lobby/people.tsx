/** Who is here: how many, and for the facilitator the names that people gave. */

import { useId } from "../../use-id";
import { useHost, useLive } from "../parts/host";

export function People() {
  const host = useHost();
  const id = useId();
  const { people } = useLive(host.room);
  const { here } = useLive(host.presence);
  const all = Object.entries(people.items ?? {});
  const named = all.filter(([, person]) => person.name);
  const nameless = all.length - named.length;
  return (
    <section class="people" aria-labelledby={id}>
      <h3 id={id}>{host.words("lobby.people")}</h3>
      <p role="status">
        <b>{host.words("lobby.here", { n: here })}</b>
        {people.count > 0 && (
          <span class="note"> · {host.words("lobby.joined", { n: people.count })}</span>
        )}
      </p>
      {named.length > 0 && (
        <ul class="names">
          {named.map(([id, { name, perspective }]) => (
            <li key={id} class="pill">
              {name}
              {perspective && <span class="note">{perspective}</span>}
            </li>
          ))}
          {nameless > 0 && <li class="note">{host.words("lobby.nameless", { n: nameless })}</li>}
        </ul>
      )}
    </section>
  );
}
