import { describe, expect, it } from "vitest";
import type { Command } from "../../host";
import { map as shown, ME } from "./fixtures";
import { foresee } from "./foresee";

const after = (phase: string, kind: string, fields: object) => {
  const command = { kind: `goals.${kind}`, activity: "board", ...fields } as Command;
  return foresee(shown(phase), ME, new Map([["c1", command]]));
};

describe("items on their way", () => {
  it("are one's own while they are hidden, and count for all", () => {
    const { view, me, pending } = after("draft", "add_item", { level: "goal", text: "New" });
    expect(me.items?.items["c1"]).toEqual({ level: "goal", text: "New" });
    expect([view.drafted, view.hidden]).toEqual([8, 1]);
    expect(pending.has("c1")).toBe(true);
  });

  it("stand on the map at once where the map is open", () => {
    const { view } = after("link", "add_item", { level: "work", text: "New" });
    expect(view.items.items["c1"]).toEqual({ level: "work", text: "New" });
  });

  it("keep their level when they are changed, and lose what is left out", () => {
    const { view } = after("link", "edit_item", { item: "clear", text: "Clearer" });
    expect(view.items.items["clear"]).toEqual({ level: "goal", text: "Clearer" });
  });

  it("take their links along when they go", () => {
    const { view } = after("link", "delete_item", { item: "fewer" });
    expect(view.links.order).toEqual(["clear~vision"]);
    expect(view.items.items["fewer"]).toBeUndefined();
  });
});

describe("links on their way", () => {
  it("are drawn, and taken away", () => {
    const link = { child: "trust", parent: "clear" };
    expect(after("link", "add_link", link).view.links.items["trust~clear"]).toEqual(link);
    const gone = after("link", "remove_link", { child: "clear", parent: "vision" });
    expect(gone.view.links.order).not.toContain("clear~vision");
  });
});

describe("answers on their way", () => {
  it("replace the one before, beside those to other questions", () => {
    const { me } = after("rate", "rate", { item: "clear", question: "matters", answer: "2" });
    expect(me.ratings).toEqual({ clear: { clear: "4", matters: "2" } });
    const back = after("rate", "unrate", { item: "clear", question: "clear" });
    expect(back.me.ratings).toEqual({ clear: {} });
  });
});

it("the focus goes where it is sent, and away", () => {
  expect(after("discuss", "focus", { item: "clear" }).view.focus).toBe("clear");
  expect(after("discuss", "focus", { item: null }).view.focus).toBeUndefined();
});
