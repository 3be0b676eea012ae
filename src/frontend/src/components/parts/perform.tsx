/** Sending a wish, and keeping what came of it where the person made it. */

import { signal, type Signal } from "@preact/signals";
import { createContext, type ComponentChildren } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { Command } from "../../host";
import { useHost, useLive } from "./host";

type Problems = Readonly<Record<string, string>>;

const ProblemsContext = createContext<Signal<Problems>>(signal({}));

/** Keeps problems above the parts: a card that comes back after a refusal finds its own again. */
export function Performer(props: { children: ComponentChildren }) {
  const problems = useMemo(() => signal<Problems>({}), []);
  return <ProblemsContext.Provider value={problems}>{props.children}</ProblemsContext.Provider>;
}

/** Sends a command; true when the room agreed. A refusal is shown by the `Problem` at `place`. */
export type Perform = (place: string, command: Command) => Promise<boolean>;

export function usePerform(): Perform {
  const host = useHost();
  const problems = useContext(ProblemsContext);
  return async (place, command) => {
    problems.value = without(problems.value, place);
    try {
      await host.send(command);
      return true;
    } catch (refused) {
      problems.value = { ...problems.value, [place]: host.explain(refused) };
      return false;
    }
  };
}

/** What went wrong here, and what to do about it. */
export function Problem({ at }: { at: string }) {
  const host = useHost();
  const problems = useContext(ProblemsContext);
  const said = useLive(problems)[at];
  if (!said) return null;
  return (
    <div class="problem" role="alert">
      <p>{said}</p>
      <button
        type="button"
        class="quiet small"
        onClick={() => (problems.value = without(problems.value, at))}
        aria-label={host.words("problem.close.label")}
      >
        {host.words("problem.close")}
      </button>
    </div>
  );
}

function without(problems: Problems, place: string): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([at]) => at !== place));
}
