/** Is there room for columns side by side? Measured on the part, as notebooks are narrower than windows. */

import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** In letters, so that larger text gets the narrow form sooner. */
const LETTERS = 42;

export function useWide(ref: RefObject<HTMLElement>, letters = LETTERS): boolean {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return;
    const measure = () => setWide(el.clientWidth >= letters * letter());
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    measure();
    return () => observer.disconnect();
  }, [letters]);
  return wide;
}

export function letter(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
