/** One question: answered privately, then shown to everyone at once. */

import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useLive } from "../parts/host";
import { Problem } from "../parts/perform";
import { foresee, type Sight } from "./foresee";
import { Choice, Offered } from "./choice";
import { Results } from "./results";
import { usePollHost } from "./use-poll";
import { mineOf, type PollView } from "./view";
import { WordAnswer } from "./word-answer";

export function Poll() {
  const host = usePollHost();
  const sight = useSight();
  const { view } = sight;
  const id = useId();
  useNews(view);
  return (
    <section class={`poll ${host.role}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} data-home>
        {host.text(view.question)}
      </h2>
      {view.phase === "results" && view.results ? (
        <Results view={view} results={view.results} mine={mineOf(sight.me)} />
      ) : (
        <Asking sight={sight} />
      )}
    </section>
  );
}

function Asking({ sight }: { sight: Sight }) {
  const { role, words } = usePollHost();
  const { view, me, pending } = sight;
  return (
    <>
      <p class="note">{words("poll.promise")}</p>
      {role !== "observer" &&
        (view.form === "words" ? <WordAnswer me={me} /> : <Choice view={view} me={me} />)}
      <Problem at="answer" />
      {role !== "observer" && mineOf(me).length > 0 && (
        <p class="answered" role="status">
          {words(pending ? "sending" : "poll.yours.kept")}
        </p>
      )}
      <Answered view={view} />
      {role === "observer" && view.form !== "words" && <Offered view={view} />}
    </>
  );
}

/** Large where a room looks at it, quiet on a phone. */
function Answered({ view }: { view: PollView }) {
  const host = usePollHost();
  const { here } = useLive(host.presence);
  const n = view.answered;
  const said = host.words("poll.answered", { n, here: Math.max(here, n) });
  return <p class={host.role === "participant" ? "note" : "big-count"}>{said}</p>;
}

function useSight(): Sight {
  const host = usePollHost();
  const view = useLive(host.view);
  const me = useLive(host.me);
  const pending = useLive(host.pending);
  return useMemo(() => foresee(view, me, pending), [view, me, pending]);
}

function useNews({ phase }: PollView): void {
  const host = usePollHost();
  const before = useRef(phase);
  useLayoutEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    host.announce(host.words(`poll.${phase}.news`));
  }, [phase]);
}
