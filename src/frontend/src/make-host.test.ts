import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection/connection";
import { Refused, type Pending } from "./host";
import { explain, makeHost } from "./make-host";
import { Store } from "./store";
import { makeWords } from "./words";

const say = makeWords("en", {
  "refused.wrong_phase": "It is too late for that.",
  "refused.unknown": "That did not work.",
});

function surroundings(pending: Pending) {
  const view = signal({ activities: { a: { kind: "retro", phase: "write" } } });
  const connection = {
    view,
    me: signal({ activities: {} }),
    role: signal("participant"),
    pending: signal(pending),
    scope: "C",
  } as unknown as Connection;
  return { around: { connection, store: new Store(), say, lang: "en", announce: () => {} }, view };
}

describe("a refusal is explained", () => {
  it("by its code in the person's language", () => {
    expect(explain(new Refused("wrong_phase", "m", "r"), say)).toBe("It is too late for that.");
  });

  it("as the server says it where the catalogue does not know the code", () => {
    expect(explain(new Refused("new_rule", "No.", "Wait."), say)).toBe("No. Wait.");
  });

  it("also when another bundle of the page made it", () => {
    const foreign = Object.assign(new Error("m"), { name: "Refused", code: "wrong_phase" });
    expect(explain(foreign, say)).toBe("It is too late for that.");
  });

  it("plainly where it is something else that failed", () => {
    expect(explain(new TypeError("x is undefined"), say)).toBe("That did not work.");
  });
});

describe("the host of an activity", () => {
  it("shows the wishes to this activity and to none, not those to another", () => {
    const pending = new Map([
      ["1", { kind: "retro.add_card", activity: "a" }],
      ["2", { kind: "poll.answer", activity: "b" }],
      ["3", { kind: "team.change_action", action: "x" }],
    ]);
    const host = makeHost("a", surroundings(pending).around);
    expect([...host.pending.value.keys()]).toEqual(["1", "3"]);
  });

  it("keeps the last view when the activity is gone, until it is cleaned up", () => {
    const { around, view } = surroundings(new Map());
    const host = makeHost("a", around);
    expect(host.view.value.phase).toBe("write");
    view.value = { activities: {} } as unknown as typeof view.value;
    expect(host.view.value.phase).toBe("write");
  });
});
