/** The button that opens the suggested themes, and has the focus again when they are closed. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useRetroHost } from "./use-board";
import type { Themes } from "./use-themes";

export function AskForThemes({ themes }: { themes: Themes }) {
  const { words } = useRetroHost();
  const button = useRef<HTMLButtonElement>(null);
  const closed = themes.search === undefined;
  const was = useRef(closed);
  useLayoutEffect(() => {
    if (closed && !was.current) button.current?.focus();
    was.current = closed;
  }, [closed]);
  if (!closed) return null;
  return (
    <div>
      <button type="button" ref={button} onClick={() => themes.ask()}>
        {words("retro.themes.ask")}
      </button>
    </div>
  );
}
