/** A board of made-up experiments for tests: one in each stage, and as many as one likes. */

import { listing } from "../fake-host";
import type { Experiment, ExperimentsView, Plan, Reading } from "./view";

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

export const COUNTED: Plan = {
  belief: "Most questions can be settled by a call",
  test: "call each person first",
  measure: { name: "Settled by phone", form: "count" },
  criterion: { threshold: 0.5, direction: "at_least", compare: "level" },
  planned: 100,
  review: "2025-12-20",
  guardrails: [{ id: "rings", name: "Complaints", limit: 3, direction: "at_most", unit: "a week" }],
};

export const TIMES: Plan = {
  belief: "Shorter letters are read",
  test: "write one page",
  measure: { name: "Days to a reply", unit: "days", form: "value" },
  criterion: { threshold: -3, direction: "at_most", compare: "change" },
  planned: 12,
  review: "2026-02-01",
  guardrails: [],
};

const READINGS: Readonly<Record<string, Reading>> = {
  early: { date: "2025-11-20", value: 15, of: 40, arm: "control" },
  first: { date: "2025-12-01", value: 30, of: 40, arm: "trial" },
  mended: { date: "2025-12-08", value: 22, of: 40, arm: "trial", corrected: 1 },
  ring: { date: "2025-12-08", value: 5, arm: "trial", guardrail: "rings" },
};

export const RUNNING: Experiment = {
  title: "Call before we write",
  stage: "running",
  owner: "Ada",
  belief: COUNTED.belief!,
  review: COUNTED.review!,
  progress: 80,
  needed: 100,
  counted: true,
  plan: COUNTED,
  governance: { approved_by: "Ben", personal_data: "no" },
  started: "2025-12-01",
  locked: "2025-12-01",
  versions: [{ on: "2025-12-01", seen: 0, plan: COUNTED }],
  decisions: [],
  broken: [],
  verdict: {
    outcome: "inconclusive",
    reason: "",
    interval: { estimate: 0.52, low: 0.41, high: 0.63 },
    early: true,
  },
  readings: listing(READINGS),
};

const DECIDED: Experiment = {
  title: "Pair on the first case",
  stage: "decided",
  decision: {
    choice: "adopt",
    on: "2025-11-01",
    learning: { learned: "Pairs ask sooner" },
    outcome: "met",
    readings: 10,
    planned: 12,
    version: 1,
  },
};

const EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  idea: { title: HOSTILE, stage: "idea", plan: { planned: 0, guardrails: [] } },
  planned: { title: "Shorter letters", stage: "planned", plan: TIMES },
  call: RUNNING,
  review: {
    title: "Text a reminder",
    stage: "review",
    review: "2026-01-01",
    progress: 12,
    needed: 12,
  },
  decided: DECIDED,
};

export const CHART = {
  points: [
    { date: "2025-11-20", value: 0.375, label: "below_limit" },
    { date: "2025-12-01", value: 0.75, label: "common_cause" },
    { date: "2025-12-08", value: 0.55, label: "run_above" },
  ],
  left_out: 0,
  segments: [{ start: 0, end: 3, mean: 0.56, lower: -0.1, upper: 0.9 }],
  signals: [{ kind: "too_few", count: 3, from: "2025-11-20", to: "2025-12-08", last: true }],
} as const;

export const view = (phase: string, more: Partial<ExperimentsView> = {}): ExperimentsView => ({
  kind: "experiments",
  title: { en: "Our experiments" },
  phase,
  phases: ["plan", "expect", "look", "vote", "decide"],
  private: phase === "expect" || phase === "vote",
  experiments: listing(EXPERIMENTS),
  total: 5,
  actions: listing({ legal: { text: "Ask Legal for one page", about: "Waiting" } }),
  ...more,
});

/** The board with everyone at the one that runs. */
export const focused = (phase: string, more: Partial<ExperimentsView> = {}): ExperimentsView =>
  view(phase, {
    focus: "call",
    expected: 3,
    voted: 2,
    ...(phase === "expect" ? {} : { chart: CHART }),
    ...(["look", "vote", "decide"].includes(phase)
      ? { expectations: { counts: { met: 2, cannot_say: 1 }, notes: [HOSTILE, "Fewer rang back"] } }
      : {}),
    ...(phase === "decide" ? { votes: { adopt: 2, adapt: 1 } } : {}),
    ...more,
  });

/** With the experiment in focus changed. */
export const changed = (phase: string, more: Partial<Experiment>): ExperimentsView => {
  const now = focused(phase);
  const items = { ...now.experiments.items, call: { ...RUNNING, ...more } };
  return { ...now, experiments: { ...now.experiments, items } };
};

/** So many, half of them decided. */
export function many(count: number): ExperimentsView {
  const each = (n: number): Experiment =>
    n % 2
      ? { ...DECIDED, title: `Decided ${n}` }
      : { title: `Idea ${n}`, stage: "idea", plan: { planned: 0, guardrails: [] } };
  const items = Object.fromEntries(Array.from({ length: count }, (_, n) => [`e${n}`, each(n)]));
  return view("plan", { experiments: listing(items), total: count });
}
