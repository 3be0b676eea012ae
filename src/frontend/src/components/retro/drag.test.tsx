import { beforeEach, describe, expect, it, vi } from "vitest";
import { named, settle, type FakeHost } from "../fake-host";
import { board } from "./fixtures";
import { sent, stage } from "./stage";

const here = stage();
let under: Element | null = null;

beforeEach(() => {
  under = null;
  document.elementFromPoint = () => under;
  Element.prototype.setPointerCapture = vi.fn();
  Element.prototype.hasPointerCapture = () => false;
});

const card = (id: string) => here.el.querySelector(`[data-card="${id}"]`)!;
const place = (drop: string) => here.el.querySelector(`[data-drop="${drop}"]`)!;
const grip = (id: string) => card(id).querySelector("[data-grip]")!;
const wishes = (host: FakeHost) => sent(host).map(({ kind, cards, card }) => [kind, cards ?? card]);

function point(on: EventTarget, type: string, x: number, y: number, more: object = {}): void {
  const how = { pointerType: "mouse", isPrimary: true, button: 0, pointerId: 1, ...more };
  const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, cancelable: true });
  for (const [key, value] of Object.entries(how)) Object.defineProperty(event, key, { value });
  on.dispatchEvent(event);
}

/** Pulls something over a place, and leaves it hanging there. */
function pull(from: Element, over: Element, more: object = {}): void {
  point(from, "pointerdown", 10, 10, more);
  under = over;
  point(document, "pointermove", 60, 60, more);
}

async function release(more: object = {}): Promise<void> {
  point(document, "pointerup", 60, 60, more);
  await settle();
}

describe("with a mouse", () => {
  it("a card is dropped on another: both are put together", async () => {
    const host = await here.open(board("group"));
    pull(card("pairing").querySelector("label")!, card("playback"));
    expect(here.el.querySelector(".drag-ghost")?.textContent).toBe("Pairing");
    expect(place("group:playbacks").hasAttribute("data-over")).toBe(true);
    await release();
    expect(wishes(host)).toEqual([["retro.group_cards", ["pairing"]]]);
    expect(host.said).toContain("1 card grouped");
    expect(here.el.querySelector(".drag-ghost, [data-over], [data-pulled], .dragging")).toBeNull();
  });

  it("a card goes out of its group onto the free space, and into the column of a tab", async () => {
    const host = await here.open(board("group"));
    pull(grip("visit"), place("column:good"));
    await release();
    pull(grip("visit"), place("column:bad"));
    await release();
    expect(wishes(host)).toEqual([
      ["retro.take_out", "visit"],
      ["retro.take_out", "visit"],
      ["retro.move_card", "visit"],
    ]);
  });

  it("all chosen cards go along", async () => {
    const host = await here.open(board("group"));
    named(here.el, "Pairing").click();
    named(here.el, "Playback").click();
    await settle();
    pull(grip("pairing"), place("column:bad"));
    expect(here.el.querySelector(".drag-ghost")?.textContent).toBe("2 cards");
    expect(here.el.querySelectorAll("[data-pulled]")).toHaveLength(2);
    await release();
    expect(sent(host)).toHaveLength(3);
    expect(here.text).toContain("No card chosen yet");
  });

  it("a press that hardly moves is a press, and another button none", async () => {
    const host = await here.open(board("group"));
    point(card("pairing"), "pointerdown", 10, 10);
    under = card("playback");
    point(document, "pointermove", 13, 12);
    await release();
    pull(card("pairing"), card("playback"), { button: 2 });
    await release({ button: 2 });
    expect(host.send).not.toHaveBeenCalled();
  });

  it("what would change nothing is no place to drop", async () => {
    const host = await here.open(board("group"));
    pull(card("pairing"), place("column:good"));
    expect(here.el.querySelector("[data-over]")).toBeNull();
    await release();
    expect(host.send).not.toHaveBeenCalled();
  });
});

describe("with a finger", () => {
  const touch = { pointerType: "touch" };

  it("only the grip drags: elsewhere a finger taps and scrolls", async () => {
    const host = await here.open(board("group"));
    pull(card("pairing").querySelector("label")!, card("playback"), touch);
    expect(here.el.querySelector(".drag-ghost")).toBeNull();
    await release(touch);
    expect(host.send).not.toHaveBeenCalled();
    pull(grip("pairing"), card("playback"), touch);
    await release(touch);
    expect(host.send).toHaveBeenCalledOnce();
  });

  it("a second finger neither drags nor drops", async () => {
    const host = await here.open(board("group"));
    pull(grip("pairing"), card("playback"), { ...touch, isPrimary: false });
    expect(here.el.querySelector(".drag-ghost")).toBeNull();
    pull(grip("pairing"), card("playback"), touch);
    await release({ ...touch, pointerId: 2 });
    expect(host.send).not.toHaveBeenCalled();
    await release(touch);
    expect(host.send).toHaveBeenCalledOnce();
  });
});

describe("called off", () => {
  const cancel: Record<string, () => void> = {
    "by Escape": () =>
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
    "by a pointer that is taken away": () => point(document, "pointercancel", 0, 0),
    "by another window": () => window.dispatchEvent(new Event("blur")),
    "by the next phase": () => here.close(),
  };

  it.each(Object.keys(cancel))("%s, nothing moves and nothing is left behind", async (how) => {
    const host = await here.open(board("group"));
    pull(grip("pairing"), card("playback"));
    cancel[how]!();
    expect(here.el.querySelector(".drag-ghost, [data-over], [data-pulled]")).toBeNull();
    await release();
    expect(host.send).not.toHaveBeenCalled();
  });
});

it("a drop looks at the board as it is by then", async () => {
  const host = await here.open(board("group"));
  pull(grip("visit"), place("column:good"));
  const { cards, ...view } = board("group");
  const { group: _out, ...alone } = cards.items["visit"]!;
  host.view.value = {
    ...view,
    cards: { ...cards, items: { ...cards.items, visit: alone } },
  } as never;
  await settle();
  await release();
  expect(host.send).not.toHaveBeenCalled();
});

it("a hostile card is text at the pointer too", async () => {
  await here.open(board("group"));
  here.el.querySelectorAll<HTMLElement>("[role=tab]")[1]!.click();
  await settle();
  pull(grip("hostile"), card("letters"));
  expect(here.el.querySelector(".drag-ghost")?.children).toHaveLength(0);
  expect(here.el.querySelector(".drag-ghost")?.textContent).toContain("<img");
});
