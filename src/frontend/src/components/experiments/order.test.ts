import { expect, it } from "vitest";
import { listed } from "../../view";
import { view } from "./fixtures";
import { dueReviews, inStage, matching, toReview, type Entry } from "./order";
import type { Experiment } from "./view";

const ids = (entries: readonly Entry[]) => entries.map(([id]) => id);
const entry = (id: string, more: Partial<Experiment>): Entry => [
  id,
  { title: id, stage: "idea", ...more },
];

it("what runs stands by the day of its review, ideas the newest first, decisions the latest first", () => {
  const running = [
    entry("later", { stage: "running", review: "2026-03-01" }),
    entry("sooner", { stage: "running", review: "2026-02-01" }),
  ];
  expect(ids(inStage(running, "running"))).toEqual(["sooner", "later"]);
  expect(ids(inStage([entry("old", {}), entry("new", {})], "idea"))).toEqual(["new", "old"]);
  const decision = { choice: "adopt", learning: {}, readings: 0, planned: 0, version: 0 } as const;
  const decided = ["2026-01-02", "2026-01-09"].map((on) =>
    entry(on, { stage: "decided", decision: { ...decision, on } }),
  );
  expect(ids(inStage(decided, "decided"))).toEqual(["2026-01-09", "2026-01-02"]);
});

it("what is due has a review by this day, the longest first", () => {
  expect(ids(dueReviews(view("plan"), "2026-01-01"))).toEqual(["call", "review"]);
  expect(ids(dueReviews(view("plan"), "2025-12-31"))).toEqual(["call"]);
  expect(ids(toReview(view("plan")))).toEqual(["call", "review"]);
});

it("a search finds titles, owners and beliefs, whatever the case", () => {
  const all = listed(view("plan").experiments);
  expect(ids(matching(all, "CALL before"))).toEqual(["call"]);
  expect(ids(matching(all, " ada "))).toEqual(["call"]);
  expect(ids(matching(all, "settled by"))).toEqual(["call"]);
  expect(matching(all, "  ")).toBe(all);
});
