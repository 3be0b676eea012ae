/** How things are and where they go, topic by topic: answered privately, then shown to everyone. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem } from "../parts/perform";
import { Answering } from "./answering";
import { Outcome } from "./outcome";
import { useHealthHost, useSight } from "./use-health";
import type { HealthView } from "./view";

export function Health() {
  const sight = useSight();
  const { role } = useHealthHost();
  const { view } = sight;
  useNews(view);
  return (
    <div class={`health ${role}`}>
      <Problem at="health" />
      {view.phase === "results" && view.results ? (
        <Outcome view={view} results={view.results} me={sight.me} />
      ) : (
        <Answering key={view.round} sight={sight} />
      )}
    </div>
  );
}

/** Says what has changed for everyone: the phase, or what is talked about now. */
function useNews({ phase, focus, topics }: HealthView): void {
  const { announce, text, words } = useHealthHost();
  const before = useRef({ phase, focus });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { phase, focus };
    if (was.phase !== phase) announce(words(`health.${phase}.news`));
    else if (focus && was.focus !== focus)
      announce(words("health.focus.news", { topic: text(topics.items[focus]?.title) }));
  }, [phase, focus]);
}
