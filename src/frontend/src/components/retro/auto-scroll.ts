/** Scrolls while something is held near the upper or lower edge of what is to be seen. */

/** How near the edge it begins, in px, and how far it goes in one frame at the very edge. */
const EDGE = 80;
const FASTEST = 14;

export interface AutoScroll {
  /** Where the pointer is now, over this element. */
  at(over: Element, y: number): void;
  stop(): void;
}

/** `moved` is called whenever the page has moved under the pointer. */
export function autoScroll(moved: () => void): AutoScroll {
  let frame = 0;
  let pace = 0;
  let scroller: Element | undefined;
  const step = () => {
    frame = 0;
    if (!pace || !scroller) return;
    scroller.scrollTop += pace;
    moved();
    frame = requestAnimationFrame(step);
  };
  return {
    at: (over, y) => {
      scroller ??= scrollerOf(over);
      pace = paceAt(y, window.innerHeight);
      if (pace && !frame) frame = requestAnimationFrame(step);
    },
    stop: () => {
      cancelAnimationFrame(frame);
      pace = 0;
    },
  };
}

/** Faster the nearer the edge; up is less than 0. */
export function paceAt(y: number, height: number): number {
  const near = (distance: number) => Math.min(1, Math.max(0, (EDGE - distance) / EDGE));
  return Math.round(FASTEST * (near(height - y) - near(y)));
}

/** The nearest part around it that scrolls: a notebook scrolls in a part of its page. */
function scrollerOf(element: Element): Element {
  for (let part = element.parentElement; part; part = part.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(part).overflowY);
    if (scrolls && part.scrollHeight > part.clientHeight) return part;
  }
  return document.scrollingElement ?? document.documentElement;
}
