/** Experiment boards for tests: a benefits team's, with one experiment in each stage. */

import { listing } from "../fake-host";
import type { Chart, Experiment, ExperimentsView, Plan, Reading } from "./view";

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

export const PLAN: Plan = {
  belief: "Most questions can be settled by a call",
  test: "call each person before we write",
  measure: { name: "Days until an answer", unit: "days", form: "value" },
  criterion: { threshold: 12, direction: "at_most", compare: "level" },
  planned: 10,
  review: "2026-03-01",
  guardrails: [{ id: "calls", name: "Calls a week", limit: 900, direction: "at_most" }],
};

const READINGS: Readonly<Record<string, Reading>> = {
  r1: { date: "2025-12-01", value: 14, arm: "control" },
  r2: { date: "2026-01-05", value: 9.5, arm: "trial" },
  r3: { date: "2026-01-05", value: 9.5, arm: "trial", corrected: 1 },
  r4: { date: "2026-01-06", value: 950, arm: "trial", guardrail: "calls" },
};

const RUNNING: Experiment = {
  title: "Call before we write",
  stage: "running",
  owner: "Letters team",
  belief: PLAN.belief!,
  review: PLAN.review!,
  progress: 2,
  needed: 10,
  plan: PLAN,
  started: "2026-01-01",
  locked: "2026-01-01",
  versions: [{ on: "2026-01-01", seen: 0, plan: PLAN }],
  decisions: [],
  broken: ["calls"],
  verdict: {
    outcome: "inconclusive",
    reason: "few_readings",
    interval: { estimate: 9.5, low: 8.04, high: 11.96 },
    early: true,
  },
  readings: listing(READINGS),
};

const DECIDED: Experiment = {
  title: "Text people the day before",
  stage: "decided",
  decision: {
    choice: "adopt",
    on: "2025-12-20",
    learning: { learned: "Reminders bring people in" },
    outcome: "met",
    readings: 12,
    planned: 12,
    version: 1,
  },
};

export const EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  idea: { title: HOSTILE, stage: "idea", plan: { planned: 0, guardrails: [] } },
  ready: { title: "One page instead of four", stage: "planned", plan: PLAN },
  call: RUNNING,
  text: DECIDED,
};

export const CHART: Chart = {
  points: [
    { date: "2025-12-01", value: 14, label: "above_limit" },
    { date: "2026-01-05", value: 9.5, label: "common_cause" },
    { date: "2026-01-05", value: 9.5, label: "run_below" },
  ],
  left_out: 0,
  segments: [{ start: 0, end: 3, mean: 11, lower: 6.5, upper: 13.5 }],
  signals: [
    { kind: "run_below", count: 9, from: "2025-12-01", to: "2026-01-05", last: true },
    { kind: "above_limit", count: 1, from: "2025-12-01", to: "2025-12-01" },
  ],
};

export const board = (phase: string, more: Partial<ExperimentsView> = {}): ExperimentsView => ({
  kind: "experiments",
  title: { en: "Our experiments" },
  phase,
  phases: ["plan", "expect", "look", "vote", "decide"],
  private: phase === "expect" || phase === "vote",
  experiments: listing(EXPERIMENTS),
  total: 4,
  actions: listing({ promise: { text: "Try shorter letters", about: "Long letters" } }),
  ...more,
});

/** Everyone looks at the one that runs. */
export const focused = (phase: string, more: Partial<ExperimentsView> = {}): ExperimentsView =>
  board(phase, { focus: "call", expected: 2, voted: 3, chart: CHART, ...more });
