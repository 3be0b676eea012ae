/** The facilitator's search for themes. What it found stays on this page alone. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Asking, Kernel } from "../../host";
import type { Board } from "./board";
import { holding, type Theme } from "./themes";
import { useRetroHost } from "./use-board";
import type { RetroView } from "./view";

/** `over`: all that was found is accepted, put aside or gone. */
export type Search = "working" | "failed" | "none" | "found" | "over";

export interface ShownTheme extends Theme {
  /** Stays the same while the theme shrinks. */
  readonly key: string;
}

export interface Themes {
  /** How far it is, while the panel is open. */
  readonly search: Search | undefined;
  readonly shown: readonly ShownTheme[];
  ask(): void;
  putAside(key: string): void;
  close(): void;
}

type Found = "working" | "failed" | readonly Theme[];

/** None where no kernel could be asked, or somebody else leads. */
export function useThemes({ view }: Board): Themes | undefined {
  const { kernel, role, announce, words } = useRetroHost();
  const [found, setFound] = useState<Found>();
  const [aside, setAside] = useState<readonly string[]>([]);
  const asking = useRef<Asking>();
  useEffect(() => () => asking.current?.cancel(), []);
  if (!kernel || role !== "facilitator") return undefined;
  const settle = (result: "failed" | readonly Theme[]) => {
    setFound(result);
    const n = result === "failed" ? 0 : result.length;
    announce(words(newsOf(result), { n }));
  };
  const shown = typeof found === "object" ? stillShown(found, aside, view) : [];
  return {
    search: searchOf(found, shown.length),
    shown,
    ask: () => {
      asking.current = askFor(kernel, settle);
      setAside([]);
      setFound("working");
    },
    putAside: (key) => setAside((before) => [...before, key]),
    close: () => (asking.current?.cancel(), setFound(undefined)),
  };
}

function askFor(kernel: Kernel, settle: (result: "failed" | readonly Theme[]) => void): Asking {
  const asking = kernel.ask("suggest_themes");
  asking.answer.then(
    (answer) => settle((answer as { readonly themes: readonly Theme[] }).themes),
    () => settle("failed"),
  );
  return asking;
}

function newsOf(result: "failed" | readonly Theme[]): string {
  if (result === "failed") return "retro.themes.failed";
  return result.length ? "retro.themes.found" : "retro.themes.none";
}

function stillShown(
  found: readonly Theme[],
  aside: readonly string[],
  view: RetroView,
): readonly ShownTheme[] {
  return found.flatMap((theme, at) => {
    const held = aside.includes(String(at)) ? undefined : holding(view, theme);
    return held ? [{ ...held, key: String(at) }] : [];
  });
}

function searchOf(found: Found | undefined, left: number): Search | undefined {
  if (found === undefined || typeof found === "string") return found;
  if (left) return "found";
  return found.length ? "over" : "none";
}
