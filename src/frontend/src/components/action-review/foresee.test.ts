import { describe, expect, it } from "vitest";
import type { Command, Pending } from "../../host";
import { ME, review } from "./fixtures";
import { foresee } from "./foresee";

const after = (phase: string, ...commands: Command[]) => {
  const pending: Pending = new Map(commands.map((command, at) => [`c${at}`, command]));
  return foresee(review(phase), ME, pending);
};

describe("the review as it will be", () => {
  it("is the review itself while no wish is on its way", () => {
    expect(after("look")).toMatchObject({ view: review("look"), me: ME });
    expect(after("look", { kind: "retro.focus" }).pending.size).toBe(0);
  });

  it("has a new mark among my own, and counts me once", () => {
    const mark = { kind: "action_review.mark", action: "calls", mark: "done" };
    const seen = after("look", mark);
    expect(seen.me.marks).toEqual({ ...ME.marks, calls: { mark: "done" } });
    expect(seen.view.looked).toBe(3);
    expect(seen.pending.has("calls")).toBe(true);
    const first = foresee(review("look"), {}, new Map([["c", mark]]));
    expect(first.view.looked).toBe(4);
  });

  it("counts me no more once my last mark is taken back", () => {
    const seen = after("look", { kind: "action_review.take_mark_back", action: "legal" });
    expect([seen.me.marks, seen.view.looked]).toEqual([{}, 2]);
  });

  it("goes on with the next undecided action once this one is decided", () => {
    const decide = { kind: "action_review.decide", decision: "done", outcome: "Approved" };
    const seen = after("decide", { ...decide, action: "legal" });
    expect(seen.view.actions.items["legal"]).toMatchObject({
      decision: "done",
      outcome: "Approved",
    });
    expect(seen.view.focus).toBe("letters");
    const all = after(
      "decide",
      ...["legal", "letters", "calls"].map((a) => ({ ...decide, action: a })),
    );
    expect(all.view.focus).toBeUndefined();
  });

  it("stays with what is talked about while another one is decided", () => {
    const seen = after("decide", {
      kind: "action_review.decide",
      decision: "drop",
      action: "calls",
    });
    expect(seen.view.focus).toBe("legal");
    const turned = after("decide", { kind: "action_review.focus", action: "calls" });
    expect(turned.view.focus).toBe("calls");
  });
});
