/** The board's order: what is in which stage, what is due, what a search finds. */

import { listed } from "../../view";
import { dueOn } from "../parts/dates";
import type { Experiment, ExperimentsView, Stage } from "./view";

export type Entry = readonly [id: string, experiment: Experiment];

const STARTED: ReadonlySet<Stage> = new Set(["running", "review"]);

export function hasStarted({ stage }: Experiment): boolean {
  return STARTED.has(stage);
}

/** Started ones by the day of their review, decided ones the latest first, else the newest first. */
export function inStage(entries: readonly Entry[], stage: Stage): Entry[] {
  const found = entries.filter(([, experiment]) => experiment.stage === stage);
  if (STARTED.has(stage)) return byReview(found);
  const newest = [...found].reverse();
  if (stage !== "decided") return newest;
  return newest.sort(([, one], [, other]) => compare(other.decision?.on, one.decision?.on));
}

export function matching(entries: readonly Entry[], text: string): readonly Entry[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return entries;
  return entries.filter(([, { title, owner = "", belief = "" }]) =>
    [title, owner, belief].some((words) => words.toLocaleLowerCase().includes(wanted)),
  );
}

/** What is due for review by this day, the longest first. */
export function dueReviews(view: ExperimentsView, day: string): Entry[] {
  return toReview(view).filter(([, { review = "" }]) => dueOn(review, day) !== "coming");
}

/** What runs, by the day of its review. */
export function toReview({ experiments }: ExperimentsView): Entry[] {
  return byReview(listed(experiments).filter(([, experiment]) => hasStarted(experiment)));
}

function byReview(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(([, one], [, other]) => compare(one.review, other.review));
}

function compare(one = "", other = ""): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const UP = /(above|up)/;

/** Whether what a run chart says of a reading is good news, by which way the card wants it to go. */
export function isGood(label: string, { plan }: Experiment): boolean {
  return UP.test(label) === (plan?.criterion?.direction !== "at_most");
}

export type MarkKind = "usual" | "better" | "worse";

/** The shape in which a reading is drawn, by its label. */
export function markOf(label: string, experiment: Experiment): MarkKind {
  if (label === "common_cause") return "usual";
  return isGood(label, experiment) ? "better" : "worse";
}
