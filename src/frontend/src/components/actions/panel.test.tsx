import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { click, fakeHost, listing, named, ROOM, settle, type } from "../fake-host";
import { show } from "../parts/host";
import { ActionPanel } from "./panel";

const ROOM_WITH = {
  ...ROOM,
  actions: listing({
    ask: { text: "Ask Legal", owner: "Priya", due: "2026-12-04", likely: 2 },
    calls: { text: "Hear two calls", keep_doing: true },
  }),
  carried: listing({
    old: { text: "Fix letters" },
    tea: { text: "Tea before stand-up", keep_doing: true },
  }),
};

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(canAdd: boolean, room: object = ROOM_WITH) {
  const host = fakeHost({}, { role: "facilitator" });
  host.room.value = room as typeof ROOM;
  end = show(el, host, <ActionPanel canAdd={canAdd} />);
  await settle();
  return host;
}
const texts = () => Array.from(el.querySelectorAll(".action-text"), (one) => one.textContent);
const heads = () => Array.from(el.querySelectorAll("h3"), (one) => one.textContent);

describe("what the team will do and what it keeps doing", () => {
  it("stand apart, what goes on from earlier first", async () => {
    await open(false);
    expect(heads()).toEqual(["What we will do", "What we keep doing"]);
    expect(texts()).toEqual(["Fix letters", "Ask Legal", "Tea before stand-up", "Hear two calls"]);
    expect(el.querySelectorAll("button")).toHaveLength(0);
  });

  it("is one list while nothing is kept doing", async () => {
    await open(false, ROOM);
    expect(heads()).toEqual(["What we will do"]);
    expect(el.textContent).toContain("No actions yet.");
  });

  it("changes what was made here; what goes on from earlier is for the review", async () => {
    const host = await open(true);
    expect(el.textContent).not.toContain("Change the action: Fix letters");
    await click(el, "Change the action: Ask Legal");
    const likely = el.querySelector("select")!;
    expect(likely.value).toBe("2");
    likely.value = "5";
    likely.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    await click(el, "Save");
    expect(host.send).toHaveBeenCalledWith({
      kind: "team.change_action",
      action: "ask",
      text: "Ask Legal",
      owner: "Priya",
      due: "2026-12-04",
      likely: 5,
    });
  });

  it("takes on something to keep doing, which has no day", async () => {
    const host = await open(true);
    await click(el, "Add an action");
    await type(named(el, "What will we do?"), "Listen to two calls");
    await type(named(el, "By when (you can leave it empty)"), "2026-12-04");
    el.querySelector<HTMLInputElement>("input[type=checkbox]")!.click();
    await settle();
    expect(el.querySelector("input[type=date]")).toBeNull();
    expect(named(el, "What will we keep doing?")).toBeTruthy();
    await click(el, "Add action");
    expect(host.send).toHaveBeenCalledWith({
      kind: "team.add_action",
      text: "Listen to two calls",
      keep_doing: true,
      activity: "board",
    });
  });
});
