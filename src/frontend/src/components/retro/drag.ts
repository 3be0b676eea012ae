/**
 * Dragging cards with a mouse, a pen or a finger.
 *
 * A finger drags a card by its grip alone, so that neither a tap nor a scroll ever starts a drag; a
 * mouse drags it anywhere. Escape, a lost pointer or another window leave all as it was. All that
 * can be dragged can be done with the keyboard too: see `Selection`.
 */

import { autoScroll } from "./auto-scroll";
import { readDrop, type Drop } from "./drop";

/** How far a pointer goes before it means to drag, in px. */
const MEANT = 6;

export interface Dragging {
  /** The cards that go along with the one that is pulled. */
  cards(pulled: string): readonly string[];
  /** What hangs on the pointer meanwhile. */
  label(cards: readonly string[]): string;
  /** Whether dropping them there changes anything. */
  accepts(cards: readonly string[], drop: Drop): boolean;
  drop(cards: readonly string[], drop: Drop): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `dragging` is asked anew each time: the board may change while something is dragged. */
export function watchDrags(root: HTMLElement, dragging: () => Dragging): () => void {
  let callOff = (): void => undefined;
  const press = (event: PointerEvent) => {
    const pulled = pulledBy(event);
    if (pulled === undefined) return;
    callOff();
    callOff = follow(root, event, pulled, dragging);
  };
  root.addEventListener("pointerdown", press);
  return () => {
    callOff();
    root.removeEventListener("pointerdown", press);
  };
}

/** The card that this pointer may drag. */
function pulledBy(event: PointerEvent): string | undefined {
  const pressed = event.target as Element;
  const held = event.pointerType === "mouse" ? "[data-card]" : "[data-grip]";
  if (!event.isPrimary || event.button !== 0 || !pressed.closest(held)) return undefined;
  if (pressed.closest("input, button, textarea")) return undefined;
  return pressed.closest<HTMLElement>("[data-card]")?.dataset["card"];
}

/** From the press to the drop; the result calls it off. */
function follow(
  root: HTMLElement,
  press: PointerEvent,
  pulled: string,
  dragging: () => Dragging,
): () => void {
  const listeners = new AbortController();
  let drag: Drag | undefined;
  const end = () => {
    listeners.abort();
    if (drag) swallowClick(root);
    drag?.end();
  };
  const move = (event: PointerEvent) => {
    if (!drag && distance(press, event) < MEANT) return;
    event.preventDefault();
    drag ??= new Drag(root, dragging, dragging().cards(pulled), press.pointerId);
    drag.to({ x: event.clientX, y: event.clientY });
  };
  const drop = () => {
    end();
    drag?.drop();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag) return;
    event.stopPropagation();
    end();
  };
  const on = { signal: listeners.signal, capture: true };
  const mine = (then: (event: PointerEvent) => void) => (event: PointerEvent) =>
    event.pointerId === press.pointerId && then(event);
  const page = root.ownerDocument;
  page.addEventListener("pointermove", mine(move), on);
  page.addEventListener("pointerup", mine(drop), on);
  page.addEventListener("pointercancel", mine(end), on);
  page.addEventListener("keydown", escape, on);
  window.addEventListener("blur", end, on);
  return end;
}

/** The click that follows a drag means nothing. */
function swallowClick(root: HTMLElement): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  root.addEventListener("click", swallow, true);
  setTimeout(() => root.removeEventListener("click", swallow, true));
}

function distance(from: MouseEvent, to: MouseEvent): number {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY);
}

/** Cards under way: a label at the pointer, and a mark on what they would be dropped on. */
class Drag {
  private readonly ghost: HTMLElement;
  private readonly scroll = autoScroll(() => this.look());
  private at: Point = { x: 0, y: 0 };
  private over: HTMLElement | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly dragging: () => Dragging,
    private readonly cards: readonly string[],
    private readonly pointer: number,
  ) {
    root.setPointerCapture(pointer);
    root.classList.add("dragging");
    root.ownerDocument.getSelection()?.removeAllRanges();
    this.mark(true);
    this.ghost = root.ownerDocument.createElement("div");
    this.ghost.className = "drag-ghost card";
    this.ghost.setAttribute("aria-hidden", "true");
    this.ghost.textContent = dragging().label(cards);
    root.append(this.ghost);
  }

  to(at: Point): void {
    this.at = at;
    this.ghost.style.transform = `translate(${at.x + 12}px, ${at.y + 12}px)`;
    this.look();
    this.scroll.at(this.root, at.y);
  }

  drop(): void {
    const drop = readDrop(this.over?.dataset["drop"]);
    if (drop) this.dragging().drop(this.cards, drop);
  }

  /** `over` stays, for the drop. */
  end(): void {
    this.scroll.stop();
    this.over?.removeAttribute("data-over");
    this.ghost.remove();
    this.mark(false);
    this.root.classList.remove("dragging");
    if (this.root.hasPointerCapture(this.pointer)) this.root.releasePointerCapture(this.pointer);
  }

  /** What is under the pointer now: it may have moved, or the page. */
  private look(): void {
    const found = this.target();
    if (found === this.over) return;
    this.over?.removeAttribute("data-over");
    found?.setAttribute("data-over", "");
    this.over = found;
  }

  private target(): HTMLElement | undefined {
    const tree = this.root.getRootNode() as Document | ShadowRoot;
    const place = tree.elementFromPoint(this.at.x, this.at.y)?.closest<HTMLElement>("[data-drop]");
    const drop = readDrop(place?.dataset["drop"]);
    if (!place || !drop || !this.root.contains(place)) return undefined;
    return this.dragging().accepts(this.cards, drop) ? place : undefined;
  }

  private mark(pulled: boolean): void {
    for (const card of this.cards)
      this.root
        .querySelector(`[data-card="${CSS.escape(card)}"]`)
        ?.toggleAttribute("data-pulled", pulled);
  }
}
