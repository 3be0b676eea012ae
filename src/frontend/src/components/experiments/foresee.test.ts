import { describe, expect, it } from "vitest";
import type { Command } from "../../host";
import { board, focused } from "./fixtures";
import { foresee } from "./foresee";
import type { ExperimentsMe, ExperimentsView } from "./view";

const after = (view: ExperimentsView, me: ExperimentsMe, ...commands: Command[]) =>
  foresee(view, me, new Map(commands.map((command, n) => [`c${n}`, command])));
const wish = (kind: string, more = {}): Command => ({
  kind: `experiments.${kind}`,
  activity: "board",
  ...more,
});

describe("before the room has answered", () => {
  it("an idea stands on the board, and the action that it came from is gone", () => {
    const { view, pending } = after(
      board("plan"),
      {},
      wish("add_experiment", { title: "Try it", action: "promise" }),
    );
    expect(view.experiments.items["c0"]).toEqual({ title: "Try it", stage: "idea" });
    expect(view.actions.order).toEqual([]);
    expect(view.total).toBe(5);
    expect(pending.has("c0")).toBe(true);
  });

  it("what is removed is gone", () => {
    const { view } = after(board("plan"), {}, wish("remove_experiment", { experiment: "idea" }));
    expect(view.experiments.order).not.toContain("idea");
    expect(view.total).toBe(3);
  });

  it("readings are listed, on the side of the start where their day is", () => {
    const readings = [
      { date: "2025-11-01", value: 15 },
      { date: "2026-02-01", value: 8 },
    ];
    const { view, pending } = after(
      board("plan"),
      {},
      wish("record_readings", { experiment: "call", readings }),
    );
    const { items } = view.experiments.items["call"]!.readings!;
    expect([items["c0-0"]!.arm, items["c0-1"]!.arm]).toEqual(["control", "trial"]);
    expect(pending).toEqual(new Set(["c0-0", "c0-1"]));
  });

  it("readings of an experiment that is gone change nothing", () => {
    const before = board("plan");
    const command = wish("record_readings", { experiment: "gone", readings: [] });
    expect(after(before, {}, command).view).toBe(before);
  });

  it("the next one to look at has nothing of the last one's", () => {
    const { view } = after(
      focused("look", { votes: { adopt: 1 }, expectations: { counts: {}, notes: [] } }),
      {},
      wish("focus", { experiment: "text" }),
    );
    expect(view.focus).toBe("text");
    expect([view.chart, view.votes, view.expectations]).toEqual([undefined, undefined, undefined]);
  });

  it("what I expect is mine, and counts once however often I change it", () => {
    const first = wish("expect", { outcome: "met", note: "Fewer calls" });
    const second = wish("expect", { outcome: "not_met", note: "" });
    const { view, me, pending } = after(focused("expect"), {}, first, second);
    expect(me.expected).toEqual({ outcome: "not_met" });
    expect(view.expected).toBe(3);
    expect(pending.has("expected")).toBe(true);
  });

  it("a vote can be given, changed and taken back", () => {
    const give = (choice: string) => wish("give_vote", { choice });
    expect(after(focused("vote"), {}, give("adopt"), give("adapt"))).toMatchObject({
      me: { vote: "adapt" },
      view: { voted: 4 },
    });
    const back = after(focused("vote"), { vote: "adopt" }, wish("take_vote_back"));
    expect(back.me.vote).toBeUndefined();
    expect(back.view.voted).toBe(2);
  });
});
