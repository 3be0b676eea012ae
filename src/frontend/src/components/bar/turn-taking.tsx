/** Taking turns to talk: a random order of everyone who gave a name, and whose turn it is. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Turns } from "../../view";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";

export function TurnTaking() {
  const { room, words } = useHost();
  const perform = usePerform();
  const { people } = useLive(room);
  const named = Object.values(people.items ?? {}).some(({ name }) => name);
  const mix = () => void perform("bar", { kind: "workshop.mix_turns" });
  return (
    <section data-thing="turns">
      <h3>{words("voices.turns")}</h3>
      <p class="note">{words(named ? "voices.turns.how" : "voices.turns.nobody")}</p>
      {people.turns && <Order turns={people.turns} onMix={mix} />}
      {named && !people.turns && (
        <button data-act="mix" onClick={mix}>
          {words("voices.turns.make")}
        </button>
      )}
    </section>
  );
}

function Order({ turns, onMix }: { turns: Turns; onMix: () => void }) {
  const host = useHost();
  const { people } = useLive(host.room);
  const perform = usePerform();
  const { order, heard } = turns;
  const nameOf = (at: number) => people.items?.[order[at] ?? ""]?.name ?? "";
  const pass = (to: number) => void perform("bar", { kind: "workshop.pass_turn", heard: to });
  const over = heard >= order.length;
  useTurnNews(over ? "" : nameOf(heard));
  return (
    <>
      <ol class="turns">
        {order.map((id, at) => (
          <li key={id} class={at === heard ? "now" : at < heard ? "heard" : ""}>
            {nameOf(at)}{" "}
            {at === heard && <span class="pill">{host.words("voices.turns.now")}</span>}
            {at < heard && (
              <span class="note">
                <span aria-hidden="true">✓ </span>
                {host.words("voices.turns.heard")}
              </span>
            )}
          </li>
        ))}
      </ol>
      {over && <p>{host.words("voices.turns.over")}</p>}
      <div class="row">
        <button
          data-act="back"
          aria-disabled={heard === 0}
          onClick={() => heard > 0 && pass(heard - 1)}
        >
          {host.words("voices.turns.back")}
        </button>
        <button data-act="next" aria-disabled={over} onClick={() => !over && pass(heard + 1)}>
          {heard + 1 < order.length
            ? host.words("voices.turns.next", { name: nameOf(heard + 1) })
            : host.words("voices.turns.last")}
        </button>
        <button class="quiet" data-act="mix" onClick={onMix}>
          {host.words("voices.turns.again")}
        </button>
        <button
          class="quiet"
          data-act="end"
          onClick={() => void perform("bar", { kind: "workshop.end_turns" })}
        >
          {host.words("voices.turns.end")}
        </button>
      </div>
    </>
  );
}

/** Says whose turn it has become, to her alone: this is her page. */
function useTurnNews(name: string): void {
  const host = useHost();
  const before = useRef<string>();
  useLayoutEffect(() => {
    if (before.current !== undefined && name && before.current !== name)
      host.announce(host.words("voices.turns.news", { name }));
    before.current = name;
  }, [name]);
}
