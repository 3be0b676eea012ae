import { describe, expect, it } from "vitest";
import type { Command } from "../../host";
import { focused, view } from "./fixtures";
import { foresee } from "./foresee";

const after = (phase: string, kind: string, fields: object, me = {}) => {
  const command = { kind: `experiments.${kind}`, activity: "board", ...fields } as Command;
  return foresee(phase === "plan" ? view(phase) : focused(phase), me, new Map([["c1", command]]));
};

describe("ideas on their way", () => {
  it("stand on the board, and take the action along that they come from", () => {
    const { view: seen, pending } = after("plan", "add_experiment", {
      title: "New",
      action: "legal",
    });
    expect(seen.experiments.items["c1"]).toEqual({ title: "New", stage: "idea" });
    expect([seen.total, seen.actions.order, pending.has("c1")]).toEqual([6, [], true]);
  });

  it("are gone when they are taken away", () => {
    const { view: seen } = after("plan", "remove_experiment", { experiment: "idea" });
    expect(seen.experiments.order).not.toContain("idea");
    expect(seen.total).toBe(4);
  });
});

describe("what one expects", () => {
  it("counts once, and replaces what was said before", () => {
    const said = { experiment: "call", outcome: "met", note: "It went well" };
    const first = after("expect", "expect", said);
    expect(first.me.expected).toEqual({ outcome: "met", note: "It went well" });
    expect([first.view.expected, first.pending.has("expected")]).toEqual([4, true]);
    expect(
      after("expect", "expect", said, { expected: { outcome: "not_met" } }).view.expected,
    ).toBe(3);
  });
});

describe("a vote", () => {
  it("counts once, and no more when it is taken back", () => {
    const given = after("vote", "give_vote", { experiment: "call", choice: "adapt" });
    expect([given.me.vote, given.view.voted]).toEqual(["adapt", 3]);
    const back = after("vote", "take_vote_back", { experiment: "call" }, { vote: "adapt" });
    expect([back.me.vote, back.view.voted]).toEqual([undefined, 1]);
  });
});

it("another focus brings nothing along that was said of the one before", () => {
  const { view: seen } = after("look", "focus", { experiment: "review" });
  expect([seen.focus, seen.chart, seen.expectations, seen.votes]).toEqual([
    "review",
    undefined,
    undefined,
    undefined,
  ]);
  expect(after("look", "focus", {}).view.focus).toBeUndefined();
});
