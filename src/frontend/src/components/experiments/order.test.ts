import { expect, it } from "vitest";
import { listing } from "../fake-host";
import { board, EXPERIMENTS } from "./fixtures";
import { inStage, isGood, matching, toReview, type Entry } from "./order";
import type { Experiment, Stage } from "./view";

const one = (title: string, stage: Stage, more: Partial<Experiment> = {}): Entry => [
  title,
  { title, stage, ...more },
];
const ids = (entries: readonly Entry[]) => entries.map(([id]) => id);

it("what runs comes by the day of its review, ideas the newest first", () => {
  const entries = [
    one("late", "running", { review: "2026-09-01" }),
    one("soon", "running", { review: "2026-02-01" }),
    one("old idea", "idea"),
    one("new idea", "idea"),
  ];
  expect(ids(inStage(entries, "running"))).toEqual(["soon", "late"]);
  expect(ids(inStage(entries, "idea"))).toEqual(["new idea", "old idea"]);
});

it("what is decided comes the latest first, two of one day the newer first", () => {
  const on = (day: string) => ({ decision: { ...EXPERIMENTS["text"]!.decision!, on: day } });
  const entries = [
    one("first", "decided", on("2026-01-01")),
    one("third", "decided", on("2026-03-01")),
    one("second", "decided", on("2026-01-01")),
  ];
  expect(ids(inStage(entries, "decided"))).toEqual(["third", "second", "first"]);
});

it("a search looks into titles, owners and beliefs, whatever the case", () => {
  const entries = Object.entries(EXPERIMENTS);
  expect(ids(matching(entries, " LETTERS TEAM "))).toEqual(["call"]);
  expect(ids(matching(entries, "settled by a call"))).toEqual(["call"]);
  expect(matching(entries, "")).toHaveLength(4);
});

it("only what has started can be reviewed", () => {
  const view = board("look", {
    experiments: listing({
      ...EXPERIMENTS,
      now: { title: "In review", stage: "review", review: "2026-01-01" },
    }),
  });
  expect(ids(toReview(view))).toEqual(["now", "call"]);
});

it("good news is what goes the way that the card wants", () => {
  const fewer = EXPERIMENTS["call"]!;
  expect(isGood("run_below", fewer)).toBe(true);
  expect(isGood("above_limit", fewer)).toBe(false);
  expect(isGood("trend_up", { title: "No card", stage: "idea" })).toBe(true);
});
