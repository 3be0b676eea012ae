/**
 * Keeps the keyboard's place when the board changes under it.
 *
 * A thing that may come and go carries `data-thing`, a control in it `data-act`. When the focused
 * control goes, focus moves to the same control of the same thing (it may stand elsewhere now),
 * else to the nearest thing that is left, else to the part marked `data-home`.
 */

interface Place {
  readonly element: Element;
  readonly thing: string;
  readonly act: string;
  /** Whoever works by touch sees no focus, and the page must not scroll to it. */
  readonly shown: boolean;
  /** All things in reading order, when the focus came here. */
  readonly things: readonly string[];
}

export function keepFocus(root: HTMLElement): () => void {
  let place: Place | undefined;
  const enter = (event: Event) => (place = placeOf(root, event.target as Element));
  const leave = () =>
    setTimeout(() => {
      if (place?.element.isConnected && !root.contains(focused(root))) place = undefined;
    });
  const mend = () => {
    if (!place || place.element.isConnected) return;
    const nowhere = focused(root) === null || focused(root) === root.ownerDocument.body;
    const next = nowhere ? successor(root, place) : undefined;
    const preventScroll = !place.shown;
    place = undefined;
    next?.focus({ preventScroll });
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener("focusin", enter);
  root.addEventListener("focusout", leave);
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", enter);
    root.removeEventListener("focusout", leave);
  };
}

/** The focused element of this document or shadow tree (widgets may live in one). */
function focused(root: HTMLElement): Element | null {
  return (root.getRootNode() as Document | ShadowRoot).activeElement;
}

function placeOf(root: HTMLElement, element: Element): Place {
  const thing = element.closest<HTMLElement>("[data-thing]")?.dataset["thing"] ?? "";
  const act = element.closest<HTMLElement>("[data-act]")?.dataset["act"] ?? "";
  const shown = element.matches(":focus-visible");
  return { element, thing, act, shown, things: thingsOf(root) };
}

function thingsOf(root: HTMLElement): string[] {
  const all = root.querySelectorAll<HTMLElement>("[data-thing]");
  return Array.from(all, (one) => one.dataset["thing"] ?? "");
}

function successor(root: HTMLElement, place: Place): HTMLElement | null | undefined {
  const at = place.things.indexOf(place.thing);
  const nearest = at < 0 ? [] : [...place.things.slice(at), ...place.things.slice(0, at).reverse()];
  for (const name of nearest) {
    const thing = root.querySelector<HTMLElement>(`[data-thing="${CSS.escape(name)}"]`);
    const control = thing && (controlOf(thing, place.act) ?? firstControl(thing));
    if (control) return control;
  }
  return root.querySelector<HTMLElement>("[data-home]");
}

function controlOf(thing: HTMLElement, act: string): HTMLElement | null {
  if (!act) return null;
  const control = thing.querySelector<HTMLElement>(`[data-act="${CSS.escape(act)}"]`);
  return control && !control.matches(":disabled") ? control : null;
}

const CONTROLS = "button:not(:disabled), input:not(:disabled), textarea, select, a[href], summary";

function firstControl(thing: HTMLElement): HTMLElement | null {
  return thing.querySelector<HTMLElement>(CONTROLS);
}
