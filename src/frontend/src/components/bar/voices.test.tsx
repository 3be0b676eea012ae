import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RoomView } from "../../view";
import { click, fakeHost, named, press, ROOM, settle } from "../fake-host";
import { board } from "../retro/fixtures";
import { mount } from ".";

const UNEVEN = { cards: { share: 0.6, gini: 0.65, uneven: true } };
const EVEN = { cards: { share: 1, gini: 0.1, uneven: false } };
const PEOPLE = { a: { name: "Ada" }, b: { name: "Ben" }, c: {} };

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(more: Partial<RoomView>) {
  const host = fakeHost({}, { id: "", role: "facilitator" });
  host.room.value = { ...ROOM, activities: { board: board("discuss") }, ...more };
  end = mount(el, host as never);
  await settle();
  return host;
}

const panel = () => el.querySelector(".voices-panel");
const mine = (name: string) => named(panel()!, name);

describe("how people took part", () => {
  it("is folded away, with a hint where much came from a few", async () => {
    await open({ voices: { board: UNEVEN } });
    expect(panel()).toBeNull();
    const button = named(el, "Voices● There is a hint for you.");
    await click(el, "Voices● There is a hint for you.");
    expect(panel()?.textContent).toContain("60% of people wrote cards.");
    expect(panel()?.textContent).toContain("Much of this came from a few people.");
    button.focus();
    await press(button, "Escape");
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("has no hint where it is even, or about another activity", async () => {
    await open({ voices: { board: EVEN, last: UNEVEN } });
    await click(el, "Voices");
    expect(panel()?.textContent).toContain("100% of people wrote cards.");
    expect(panel()?.textContent).not.toContain("Much of this");
  });

  it("says when there is nothing to tell", async () => {
    await open({ voices: {} });
    await click(el, "Voices");
    expect(panel()?.textContent).toContain("at least 5 people");
  });
});

describe("taking turns", () => {
  const turns = (heard: number): Partial<RoomView> => ({
    people: { count: 3, items: PEOPLE, turns: { order: ["b", "a"], heard } },
  });

  it("begins with a random order of those who gave a name", async () => {
    const host = await open({ people: { count: 3, items: PEOPLE } });
    await click(el, "Voices");
    await click(el, "Make an order");
    expect(host.send).toHaveBeenCalledWith({ kind: "workshop.mix_turns" });
  });

  it("needs a name", async () => {
    await open({ people: { count: 1, items: { c: {} } } });
    await click(el, "Voices");
    expect(panel()?.textContent).toContain("Nobody has given a name.");
    expect(panel()?.querySelector("button")).toBeNull();
  });

  it("marks whose turn it is, and goes on and back", async () => {
    const host = await open(turns(0));
    await click(el, "Voices");
    const list = () => Array.from(el.querySelectorAll(".turns li"), (one) => one.textContent);
    expect(list()).toEqual(["Ben now", "Ada "]);
    mine("Back").click();
    await click(panel()!, "Next: Ada");
    expect(host.send.mock.calls).toEqual([[{ kind: "workshop.pass_turn", heard: 1 }]]);
    host.room.value = { ...host.room.value, ...turns(1) };
    await settle();
    expect(list()).toEqual(["Ben ✓ has spoken", "Ada now"]);
    expect(host.said).toEqual(["It is the turn of Ada."]);
    await click(panel()!, "Finish the round");
    expect(host.send).toHaveBeenLastCalledWith({ kind: "workshop.pass_turn", heard: 2 });
    host.room.value = { ...host.room.value, ...turns(2) };
    await settle();
    expect(panel()?.textContent).toContain("Everyone has had a turn.");
    mine("Back").click();
    await settle();
    expect(host.send).toHaveBeenLastCalledWith({ kind: "workshop.pass_turn", heard: 1 });
  });

  it("can be mixed anew and taken away", async () => {
    const host = await open(turns(1));
    await click(el, "Voices");
    await click(panel()!, "New order");
    await click(panel()!, "Take the list away");
    expect(host.send.mock.calls.map(([command]) => command.kind)).toEqual([
      "workshop.mix_turns",
      "workshop.end_turns",
    ]);
  });
});
