/** Brings what is talked about into view when the facilitator turns to it; never from a half-written text. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

export function useFollow(list: RefObject<HTMLElement>, focus: string | undefined): void {
  const before = useRef(focus);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = focus;
    if (focus === undefined || focus === was || isWriting()) return;
    const thing = list.current?.querySelector(`[data-thing="${CSS.escape(focus)}"]`);
    thing?.scrollIntoView({ block: "center" });
  }, [focus]);
}

function isWriting(): boolean {
  return document.activeElement?.matches("input, textarea, select") ?? false;
}
