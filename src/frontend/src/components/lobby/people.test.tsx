import { describe, expect, it } from "vitest";
import { click, named, press, ROOM, settle } from "../fake-host";
import { REACHABLE, sent, stage } from "./stage";

const on = stage();
const PEOPLE = { count: 3, items: { b: { name: "Ben" }, a: { name: "Ada" }, x: {} } };
const open = () => on.open(REACHABLE, {}, { people: PEOPLE });
const buttons = () =>
  [...on.el.querySelectorAll(".members button")].map((one) => one.getAttribute("aria-label"));

describe("taking someone out", () => {
  it("lists people by name when asked for, and those without one apart", async () => {
    await open();
    expect(buttons()).toEqual([]);
    await click(on.el, "Take someone out");
    expect(buttons()).toEqual([
      "Take out: Ada",
      "Take out: Ben",
      "Take out: Someone without a name (1 of 1)",
    ]);
  });

  it("asks once, and the door may be locked in the same answer", async () => {
    const host = await open();
    await click(on.el, "Take someone out");
    await click(on.el, "Take out: Ada");
    expect(on.el.querySelector("[role=alertdialog]")?.textContent).toContain("Ada");
    expect(document.activeElement?.textContent).toBe("Not yet");
    expect(sent(host)).toEqual([]);
    await click(on.el, "Take out");
    await click(on.el, "Take out: Ben");
    await click(on.el, "Take out and lock the door");
    expect(sent(host)).toEqual([
      { kind: "workshop.remove_person", person: "a", lock_door: false },
      { kind: "workshop.remove_person", person: "b", lock_door: true },
    ]);
    expect(host.said).toEqual(["Taken out: Ada", "Taken out: Ben"]);
  });

  it("offers no lock where the door is locked", async () => {
    const host = await open();
    host.room.value = { ...host.room.value, workshop: { ...ROOM.workshop, door: "locked" } };
    await click(on.el, "Take someone out");
    await click(on.el, "Take out: Ada");
    expect(on.el.querySelectorAll("[role=alertdialog] button")).toHaveLength(2);
  });

  it("goes back to the list with Escape, and keeps a place for the keyboard after a yes", async () => {
    await open();
    named(on.el, "Take someone out").focus();
    await click(on.el, "Take someone out");
    named(on.el, "Take out: Ben").focus();
    await click(on.el, "Take out: Ben");
    await press(document.activeElement!, "Escape");
    expect(document.activeElement).toBe(named(on.el, "Take out: Ben"));
    await click(on.el, "Take out: Ben");
    await click(on.el, "Take out");
    await settle();
    expect(on.el.contains(document.activeElement)).toBe(true);
  });

  it("closes the question when the person has gone meanwhile", async () => {
    const host = await open();
    await click(on.el, "Take someone out");
    await click(on.el, "Take out: Ada");
    host.room.value = { ...host.room.value, people: { count: 1, items: { b: { name: "Ben" } } } };
    await settle();
    expect(on.el.querySelector("[role=alertdialog]")).toBeNull();
  });

  it("is for who leads an open workshop", async () => {
    await on.open(REACHABLE, { role: "observer" }, { people: PEOPLE });
    expect(on.el.textContent).not.toContain("Take someone out");
  });
});
