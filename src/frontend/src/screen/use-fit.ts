/**
 * Nobody scrolls a projector: where not all is in view, the type shrinks, down to what can still be
 * read. Not while people talk: what they talk about stands first, and it stays large.
 */

import { useEffect } from "preact/hooks";

const SCALES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64];
const TALKING: ReadonlySet<string> = new Set(["discuss", "act"]);

export function useFit(phase: string | undefined): void {
  useEffect(() => {
    const page = document.documentElement;
    const scales = TALKING.has(phase ?? "") ? SCALES.slice(0, 1) : SCALES;
    let next = 0;
    const fit = (): void => {
      const fits = (scale: number): boolean => {
        page.style.setProperty("--wk-fit", String(scale));
        return page.scrollHeight <= innerHeight;
      };
      scales.some(fits);
    };
    const soon = (): void => {
      cancelAnimationFrame(next);
      next = requestAnimationFrame(fit);
    };
    const changes = new MutationObserver(soon);
    changes.observe(document.body, { childList: true, subtree: true, characterData: true });
    addEventListener("resize", soon);
    soon();
    return () => {
      changes.disconnect();
      removeEventListener("resize", soon);
      cancelAnimationFrame(next);
    };
  }, [phase]);
}
