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

/** How wide the part is, in sixteenths of a letter's height: pixels, unless text is larger. */
export function useWidth(ref: RefObject<HTMLElement>, start: number): number {
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return;
    const measure = () => setWidth(Math.round((16 * el.clientWidth) / letter()) || start);
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    measure();
    return () => observer.disconnect();
  }, [start]);
  return width;
}

export function letter(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
