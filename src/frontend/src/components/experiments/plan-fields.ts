/** A test card as a form has it, every field a text; and as the room takes it. */

import { criterionOf, ruleOf, type Rule } from "./rule";
import type { Criterion, Direction, Form, Guardrail, Plan } from "./view";

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
    guardrails: guardrails.map(({ id, name, direction, limit }) => ({
      id,
      name,
      direction,
      limit: String(limit),
    })),
  };
}

function thresholdText({ threshold, compare }: Criterion, share: boolean): string {
  return shown(compare === "change" ? Math.abs(threshold) : threshold, share);
}

/** What the room is asked to keep; the form sends no number that is none. */
export function planOf(fields: PlanFields, before?: Plan): Plan {
  const share = fields.form === "count";
  const name = fields.measure.trim();
  const threshold = numberOf(fields.threshold, share);
  const baseline = numberOf(fields.baseline, share);
  return {
    belief: fields.belief.trim(),
    test: fields.test.trim(),
    planned: Math.max(0, Math.round(Number(fields.planned) || 0)),
    review: fields.review,
    guardrails: fields.guardrails.flatMap((each) => guardrailOf(each, before)),
    ...(name
      ? { measure: { name, unit: share ? "" : fields.unit.trim(), form: fields.form } }
      : {}),
    ...(threshold === undefined ? {} : { criterion: criterionOf(fields.rule, threshold) }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function guardrailOf({ id, name, direction, limit }: GuardFields, before?: Plan): Guardrail[] {
  const value = numberOf(limit, false);
  if (!name.trim() || value === undefined) return [];
  const unit = before?.guardrails.find((known) => known.id === id)?.unit;
  return [{ id, name: name.trim(), direction, limit: value, ...(unit ? { unit } : {}) }];
}

/** What a card still has to say before it can start, by the ends of its word keys. */
export function missing({ belief, measure, criterion, planned, review }: Plan): readonly string[] {
  const said = { belief, measure, criterion, needed: planned > 0, review };
  return Object.entries(said).flatMap(([name, there]) => (there ? [] : name));
}

/**
 * A number as people write it, with a comma or a point; nothing where there is none. Commas before
 * three digits each are for reading: 1,200 is twelve hundred.
 */
export function numberOf(text: string, share: boolean): number | undefined {
  const plain = text.trim().replace(/%$/, "").replace("−", "-").replace(/\s/g, "");
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  if (!grouped && !/^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/.test(plain)) return undefined;
  const value = Number(grouped ? plain.replaceAll(",", "") : plain.replace(",", "."));
  return share ? Number((value / 100).toPrecision(12)) : value;
}

function shown(value: number, share: boolean): string {
  return String(Number((share ? value * 100 : value).toPrecision(10)));
}
