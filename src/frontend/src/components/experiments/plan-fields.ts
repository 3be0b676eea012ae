/** A test card as a form has it, every field a text; and as the room takes it. */

import { criterionOf, isChange, ruleOf, type Rule } from "./rule";
import type { Criterion, Direction, Form, Guardrail, Measure, Plan } from "./view";

export interface PlanFields {
  readonly belief: string;
  readonly test: string;
  readonly measure: string;
  readonly unit: string;
  readonly form: Form;
  readonly rule: Rule;
  /** Shares in percent; a change without its sign. */
  readonly threshold: string;
  readonly planned: string;
  readonly review: string;
  readonly baseline: string;
  readonly guardrails: readonly GuardFields[];
}

export interface GuardFields {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
  readonly limit: string;
  readonly unit: string;
}

export function fieldsOf(plan: Plan | undefined): PlanFields {
  const { measure, criterion, baseline, guardrails = [] } = plan ?? {};
  const share = measure?.form === "count";
  return {
    belief: plan?.belief ?? "",
    test: plan?.test ?? "",
    measure: measure?.name ?? "",
    unit: measure?.unit ?? "",
    form: measure?.form ?? "value",
    rule: criterion ? ruleOf(criterion) : "is_least",
    threshold: criterion ? thresholdText(criterion, share) : "",
    planned: plan?.planned ? String(plan.planned) : "",
    review: plan?.review ?? "",
    baseline: baseline === undefined ? "" : shown(baseline, share),
    guardrails: guardrails.map(guardFields),
  };
}

function thresholdText({ threshold, compare }: Criterion, share: boolean): string {
  return shown(compare === "change" ? Math.abs(threshold) : threshold, share);
}

function guardFields({ id, name, direction, limit, unit = "" }: Guardrail): GuardFields {
  return { id, name, direction, limit: String(limit), unit };
}

/** What the room is asked to keep. Ask `problemsOf` first: a number that is none is left out. */
export function planOf(fields: PlanFields): Plan {
  const share = fields.form === "count";
  const threshold = numberOf(fields.threshold, share);
  const baseline = numberOf(fields.baseline, share);
  const measure = measureOf(fields);
  return {
    belief: fields.belief.trim(),
    test: fields.test.trim(),
    planned: Math.max(0, Math.round(Number(fields.planned) || 0)),
    review: fields.review,
    guardrails: fields.guardrails.flatMap(guardrailOf),
    ...(measure ? { measure } : {}),
    ...(threshold === undefined ? {} : { criterion: criterionOf(fields.rule, threshold) }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function measureOf({ measure, unit, form }: PlanFields): Measure | undefined {
  const name = measure.trim();
  return name ? { name, unit: form === "count" ? "" : unit.trim(), form } : undefined;
}

function guardrailOf(fields: GuardFields): Guardrail[] {
  const { id, direction } = fields;
  const [name, unit, limit] = [
    fields.name.trim(),
    fields.unit.trim(),
    numberOf(fields.limit, false),
  ];
  if (!name || limit === undefined) return [];
  return [{ id, name, direction, limit, ...(unit ? { unit } : {}) }];
}

/** By field, or by a guardrail's id and field, the end of a word key that says what is wrong. */
export type Problems = Readonly<Record<string, "limit" | "name" | "number" | "share">>;

/** What cannot be saved as it stands. An empty field is fine: a card is written bit by bit. */
export function problemsOf(fields: PlanFields): Problems {
  const share = fields.form === "count";
  const found: Array<readonly [string, Problems[string] | undefined]> = [
    ["threshold", numberProblem(fields.threshold, share, isChange(fields.rule))],
    ["baseline", numberProblem(fields.baseline, share, false)],
    ...fields.guardrails.flatMap(guardProblems),
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined)) as Problems;
}

function numberProblem(
  text: string,
  share: boolean,
  change: boolean,
): Problems[string] | undefined {
  if (!text.trim()) return undefined;
  const value = numberOf(text, share);
  if (value === undefined) return "number";
  return share && (value > 1 || value < (change ? -1 : 0)) ? "share" : undefined;
}

function guardProblems({ id, name, limit }: GuardFields) {
  const [named, limited] = [name.trim() !== "", limit.trim() !== ""];
  return [
    [`${id}.name`, limited && !named ? ("name" as const) : undefined],
    [`${id}.limit`, named && !limited ? "limit" : numberProblem(limit, false, false)],
  ] as const;
}

export const NEEDED = ["belief", "measure", "criterion", "needed", "review"] as const;

/** What a card still lacks before it can be locked. */
export function lackingIn(fields: PlanFields): ReadonlyArray<(typeof NEEDED)[number]> {
  const plan = planOf(fields);
  const there = {
    belief: plan.belief,
    measure: plan.measure,
    criterion: plan.criterion,
    needed: plan.planned,
    review: plan.review,
  };
  return NEEDED.filter((name) => !there[name]);
}

const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^[+-]?\d+([.,]\d+)?$/;

/** A number as people write it: 1,200 or 3.5 or 3,5. Nothing where there is none. */
export function numberOf(text: string, share: boolean): number | undefined {
  const plain = text.trim().replace("%", "").replace("−", "-").replace(/\s/g, "");
  const thousands = THOUSANDS.test(plain);
  if (!thousands && !PLAIN.test(plain)) return undefined;
  const value = Number(thousands ? plain.replace(/,/g, "") : plain.replace(",", "."));
  return share ? Number((value / 100).toPrecision(12)) : value;
}

function shown(value: number, share: boolean): string {
  return String(Number((share ? value * 100 : value).toPrecision(10)));
}
