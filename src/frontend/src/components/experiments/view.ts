/** What the room shows of a team's experiments, and what is a person's own in their review. */

import type { Host } from "../../host";
import type { ActivityView, Listing } from "../../view";

export const TITLE_LIMIT = 120;
export const TEXT_LIMIT = 500;
export const NAME_LIMIT = 120;
export const UNIT_LIMIT = 40;
export const OWNER_LIMIT = 80;
export const NOTE_LIMIT = 300;
export const GUARDRAILS_LIMIT = 5;
/** Readings in one command. */
export const BATCH = 500;

export const STAGES = ["idea", "planned", "running", "review", "decided"] as const;
export type Stage = (typeof STAGES)[number];
export const EXPECTED = ["met", "not_met", "inconclusive", "cannot_say"] as const;
export type Expected = (typeof EXPECTED)[number];
export type Outcome = Exclude<Expected, "cannot_say">;
export const CHOICES = ["adopt", "adapt", "abandon", "keep_testing"] as const;
export type Choice = (typeof CHOICES)[number];
export type Direction = "at_least" | "at_most";
export type Arm = "trial" | "control";
export type Form = "value" | "count";

/** A number each time, or how many of how many. */
export interface Measure {
  readonly name: string;
  readonly unit?: string;
  readonly form: Form;
}

/** Shares go from 0 to 1. */
export interface Criterion {
  readonly threshold: number;
  readonly direction: Direction;
  readonly compare: "level" | "change";
}

export interface Guardrail {
  readonly id: string;
  readonly name: string;
  readonly limit: number;
  readonly direction: Direction;
  readonly unit?: string;
}

/** The test card. */
export interface Plan {
  readonly belief?: string;
  readonly test?: string;
  readonly measure?: Measure;
  readonly criterion?: Criterion;
  readonly planned: number;
  readonly review?: string;
  readonly baseline?: number;
  readonly guardrails: readonly Guardrail[];
}

export interface Governance {
  readonly approved_by?: string;
  readonly risks?: string;
  readonly personal_data?: "yes" | "no";
  readonly stop_if?: string;
}

/** A test card that was in force from a day on; the first one needs no reason. */
export interface Version {
  readonly on: string;
  readonly reason?: string;
  /** Readings of the trial that were known by then. */
  readonly seen: number;
  readonly plan: Plan;
}

export interface Learning {
  readonly believed?: string;
  readonly observed?: string;
  readonly learned?: string;
  readonly therefore?: string;
}

export interface Decision {
  readonly choice: Choice;
  readonly on: string;
  readonly learning: Learning;
  /** The verdict of that day; nothing where it was never started. */
  readonly outcome?: Outcome;
  readonly readings: number;
  readonly planned: number;
  readonly version: number;
}

export interface Reading {
  readonly date: string;
  readonly value: number;
  readonly of?: number;
  readonly arm: Arm;
  readonly guardrail?: string;
  readonly corrected?: number;
}

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly interval?: Interval;
  /** Whether fewer readings are there than were planned. */
  readonly early: boolean;
}

/** Whole to the facilitator, and to everyone the one in focus; of others they get the start. */
export interface Experiment {
  readonly title: string;
  readonly stage: Stage;
  readonly owner?: string;
  readonly belief?: string;
  /** Once it runs. */
  readonly review?: string;
  /** The last one. */
  readonly decision?: Decision;
  readonly progress?: number;
  readonly needed?: number;
  readonly counted?: boolean;
  readonly serves?: string;
  readonly about?: string;
  readonly action?: string;
  readonly plan?: Plan;
  readonly governance?: Governance;
  readonly started?: string;
  readonly locked?: string;
  readonly versions?: readonly Version[];
  readonly decisions?: readonly Decision[];
  /** The guardrails that are past their limit. */
  readonly broken?: readonly string[];
  readonly verdict?: Verdict;
  readonly readings?: Listing<Reading>;
}

export interface ChartPoint {
  readonly date: string;
  readonly value: number;
  readonly label: string;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly mean: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** What a stretch of readings says; `last` where it reaches up to now. */
export interface Signal {
  readonly kind: string;
  readonly count: number;
  readonly from?: string;
  readonly to?: string;
  readonly last?: boolean;
}

/** The latest readings; places count from the first of all. */
export interface Chart {
  readonly points: readonly ChartPoint[];
  readonly left_out: number;
  readonly segments: readonly Segment[];
  readonly signals: readonly Signal[];
}

/** Readings of guardrails alone make no picture. */
export function drawable(chart: Chart | undefined): Chart | undefined {
  return chart?.points.length ? chart : undefined;
}

export interface Promised {
  readonly text: string;
  readonly about?: string;
}

export interface Expectations {
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

export interface ExperimentsView extends ActivityView {
  readonly experiments: Listing<Experiment>;
  /** Of the team, also those that are not sent. */
  readonly total: number;
  readonly actions: Listing<Promised>;
  readonly focus?: string;
  /** How many have said what they expect, and how many have voted. */
  readonly expected?: number;
  readonly voted?: number;
  readonly expectations?: Expectations;
  readonly votes?: Readonly<Record<string, number>>;
  readonly chart?: Chart;
}

export interface ExperimentsMe {
  readonly expected?: { readonly outcome: Expected; readonly note?: string };
  readonly vote?: Choice;
  readonly [field: string]: unknown;
}

export type ExperimentsHost = Host<ExperimentsView, ExperimentsMe>;
