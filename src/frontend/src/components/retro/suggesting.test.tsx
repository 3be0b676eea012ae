import { describe, expect, it, vi } from "vitest";
import { Refused, type Kernel } from "../../host";
import { click, listing, named, settle, type FakeHost } from "../fake-host";
import { board, HOSTILE } from "./fixtures";
import { sent, stage } from "./stage";
import type { Theme } from "./themes";

const here = stage();
const card = (id: string, text: string, column: string) => ({ id, text, column });
const LETTERS = card("letters", "Letters", "bad");
const MARKUP = card("hostile", HOSTILE, "bad");
const TOGETHER: Theme = {
  cards: [LETTERS, MARKUP],
  alike: 0.34,
  shared: [{ part: "…tter…", cards: ["letters", "hostile"] }],
};
const INTO: Theme = {
  cards: [card("pairing", "Pairing", "good")],
  alike: 0.2,
  shared: [{ part: "<i>p</i>", cards: ["pairing", "visit"] }],
  into: "playbacks",
  members: ["visit", "playback"],
};
const ACCEPT = "Accept: Letters; <img src=x onerror=alert(1)><b>bold</b>";

/** A kernel that answers when it is told to. */
function kernel() {
  const cancel = vi.fn();
  const asked: Array<{ answer: (themes: readonly Theme[]) => void; fail: () => void }> = [];
  const ask: Kernel["ask"] = () => {
    let answer = (_themes: readonly Theme[]): void => undefined;
    let fail = (): void => undefined;
    const promise = new Promise<unknown>((resolve, reject) => {
      answer = (themes) => resolve({ themes });
      fail = () => reject(new Error("no answer"));
    });
    asked.push({ answer, fail });
    return { answer: promise, cancel };
  };
  return { ask: vi.fn(ask), asked, cancel };
}

async function opened(...themes: Theme[]) {
  const asking = kernel();
  const host = await here.open(board("group"), { role: "facilitator", kernel: asking });
  await click(here.el, "Suggest themes");
  asking.asked[0]!.answer(themes);
  await settle();
  return { host, asking };
}

const last = <T,>(all: readonly T[]) => all[all.length - 1];
const panel = () => here.el.querySelector<HTMLElement>(".themes");
const heading = () => panel()!.querySelector("h3");

/** The others change the board. */
async function change(host: FakeHost, cards: Record<string, object | undefined>) {
  const { items } = board("group").cards;
  const kept = Object.entries({ ...items, ...cards }).filter(([, card]) => card !== undefined);
  host.view.value = board("group", { cards: listing(Object.fromEntries(kept)) as never });
  await settle();
}

describe("suggested themes", () => {
  it("are for the facilitator with a kernel, while cards are grouped", async () => {
    await here.open(board("group"), { role: "facilitator" });
    expect(here.text).not.toContain("Suggest themes");
    here.close();
    await here.open(board("group"), { role: "participant", kernel: kernel() });
    expect(here.text).not.toContain("Suggest themes");
    here.close();
    await here.open(board("vote"), { role: "facilitator", kernel: kernel() });
    expect(here.text).not.toContain("Suggest themes");
  });

  it("show each with its cards in full, its place and its reason, as text", async () => {
    const { host } = await opened(TOGETHER, INTO);
    const [first, second] = panel()!.querySelectorAll(".theme");
    expect(first!.textContent).toContain("To improve · a new group");
    expect(first!.textContent).toContain(HOSTILE);
    expect(first!.textContent).toContain("They share: “…tter…”. How alike: 0.34 of 1.");
    expect(second!.textContent).toContain("Went well · into the group: Playbacks");
    expect(second!.textContent).toContain("They share: “<i>p</i>”.");
    expect(panel()!.querySelector("img, i, b")).toBeNull();
    expect(last(host.said)).toBe("2 suggested themes");
    expect(host.send).not.toHaveBeenCalled();
  });

  it("say that they are being looked for, with the focus at their heading", async () => {
    const asking = kernel();
    await here.open(board("group"), { role: "facilitator", kernel: asking });
    await click(here.el, "Suggest themes");
    expect(asking.ask).toHaveBeenCalledWith("suggest_themes");
    expect(panel()!.textContent).toContain("Looking for similar cards…");
    expect(document.activeElement).toBe(heading());
  });

  it("are grouped when accepted, under a name to undo, and the focus goes to the next", async () => {
    const { host } = await opened(TOGETHER, INTO);
    host.send.mockImplementation(async (command) => {
      host.pending.value = new Map([["1", command]]); // drawn as done until the room's view says so
      return new Promise(() => undefined);
    });
    await click(here.el, ACCEPT);
    const { act, ...wish } = last(sent(host))!;
    expect(wish).toEqual({
      kind: "retro.group_cards",
      activity: "board",
      cards: ["letters", "hostile"],
    });
    expect(last(host.said)).toBe("2 cards put together");
    expect(document.activeElement).toBe(named(here.el, "Accept: Pairing"));
    await click(here.el, "Undo: 2 cards put together");
    expect(last(sent(host))).toEqual({ kind: "retro.undo", activity: "board", act });
  });

  it("join the group that they were found for", async () => {
    const { host } = await opened(INTO);
    await click(here.el, "Accept: Pairing");
    expect(last(sent(host))).toMatchObject({ cards: ["pairing"], into: "playbacks" });
  });

  it("are not accepted by the second click of a double one, which meets the next", async () => {
    const { host } = await opened(TOGETHER, INTO);
    const second = new MouseEvent("click", { bubbles: true, detail: 2 });
    named(here.el, "Accept: Pairing").dispatchEvent(second);
    await settle();
    expect(host.send).not.toHaveBeenCalled();
  });

  it("are put aside without a word to the room, and the focus goes on", async () => {
    const { host } = await opened(TOGETHER, INTO);
    await click(here.el, "Not this one: Pairing");
    expect(document.activeElement).toBe(named(here.el, ACCEPT));
    expect(last(host.said)).toBe("Suggestion put aside");
    await click(here.el, ACCEPT.replace("Accept", "Not this one"));
    expect(document.activeElement).toBe(heading());
    expect(panel()!.textContent).toContain("There are no more suggestions.");
    expect(host.send).not.toHaveBeenCalled();
  });

  it("go when their cards do, and the focus with them to the next", async () => {
    const { host } = await opened(TOGETHER, INTO);
    named(here.el, ACCEPT).focus();
    await change(host, { letters: undefined });
    expect(panel()!.querySelectorAll(".theme")).toHaveLength(1);
    expect(document.activeElement).toBe(named(here.el, "Accept: Pairing"));
    const elsewhere = { text: "Pairing", column: "bad" };
    await change(host, { letters: undefined, pairing: elsewhere });
    expect(panel()!.textContent).toContain("There are no more suggestions.");
  });

  it("stay when the room turns them down, with what it said", async () => {
    const { host } = await opened(TOGETHER);
    host.send.mockRejectedValueOnce(new Refused("unknown_card", "It is gone."));
    await click(here.el, ACCEPT);
    expect(panel()!.querySelector("[role=alert]")!.textContent).toContain("It is gone.");
    expect(panel()!.querySelectorAll(".theme")).toHaveLength(1);
  });

  it("are five at a time, the rest counted", async () => {
    const many = Array.from({ length: 7 }, () => TOGETHER);
    await opened(...many);
    expect(panel()!.querySelectorAll(".theme")).toHaveLength(5);
    expect(panel()!.textContent).toContain("2 more come after these.");
  });

  it("may be none: then it says so, and looks again when asked", async () => {
    const { host, asking } = await opened();
    expect(last(host.said)).toContain("No cards in the same column share enough words.");
    await click(here.el, "Look again");
    expect(document.activeElement).toBe(heading());
    asking.asked[1]!.answer([INTO]);
    await settle();
    expect(panel()!.textContent).toContain("Pairing");
  });

  it("may fail: then it says so, and looks again when asked", async () => {
    const { host, asking } = await opened();
    await click(here.el, "Look again");
    asking.asked[1]!.fail();
    await settle();
    expect(panel()!.textContent).toContain("No suggestions came.");
    expect(last(host.said)).toContain("No suggestions came.");
    named(here.el, "Look again");
  });

  it("are closed, and the focus is back at the button; nobody waits any more", async () => {
    const { asking } = await opened(INTO);
    await click(here.el, "Close suggestions");
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(named(here.el, "Suggest themes"));
    expect(asking.cancel).toHaveBeenCalled();
  });
});
