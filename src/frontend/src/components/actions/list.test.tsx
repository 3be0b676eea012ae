import { render } from "preact";
import { describe, expect, it } from "vitest";
import { fakeHost, listing } from "../fake-host";
import { foreseeActions } from "./foresee";
import { ActionList } from "./list";

const ACTIONS = listing({
  ask: { text: "Ask Legal", owner: "Priya", due: "2026-12-04", about: "Waiting" },
  call: { text: "Call <b>weekly</b>", likely: 4 },
});

describe("the list of actions", () => {
  const el = document.createElement("div");
  render(<ActionList actions={ACTIONS} texts={fakeHost({})} />, el);

  it("says what, who, by when and what it came from", () => {
    expect(el.querySelector("li")?.textContent).toBe(
      "Ask LegalPriya · by 4 December 2026from “Waiting”",
    );
  });

  it("says so where nobody has taken it, and shows text as text", () => {
    expect(el.querySelectorAll("li")[1]?.textContent).toBe(
      "Call <b>weekly</b>nobody yet · how likely: 4 of 5",
    );
  });
});

describe("actions on their way", () => {
  const after = (kind: string, fields: object) =>
    foreseeActions(ACTIONS, new Map([["c", { kind, ...fields }]]));

  it("stand at the end of the list", () => {
    const seen = after("team.add_action", { text: "New", due: "2026-01-31" });
    expect(seen.actions.order).toEqual(["ask", "call", "c"]);
    expect(seen.actions.items["c"]).toEqual({ text: "New", due: "2026-01-31" });
    expect(seen.pending.has("c")).toBe(true);
  });

  it("replace what they change, and keep what it is about", () => {
    const seen = after("team.change_action", {
      action: "ask",
      text: "Ask again",
      owner: "",
      due: "",
    });
    expect(seen.actions.items["ask"]).toEqual({ text: "Ask again", about: "Waiting" });
  });

  it("say how likely they are, and whether they go on and on", () => {
    const seen = after("team.add_action", { text: "New", likely: 5, keep_doing: true });
    expect(seen.actions.items["c"]).toEqual({ text: "New", likely: 5, keep_doing: true });
  });

  it("take away what they remove", () => {
    expect(after("team.remove_action", { action: "ask" }).actions.order).toEqual(["call"]);
  });
});
