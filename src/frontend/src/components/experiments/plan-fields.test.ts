import { describe, expect, it } from "vitest";
import { COUNTED, TIMES } from "./fixtures";
import { fieldsOf, lackingIn, numberOf, planOf, problemsOf } from "./plan-fields";
import { criterionOf, ruleOf, RULES } from "./rule";

const fields = fieldsOf(COUNTED);

it("a card comes out of its form as it went in", () => {
  for (const plan of [COUNTED, TIMES]) {
    const { measure, ...rest } = planOf(fieldsOf(plan));
    const { measure: before, ...others } = plan;
    expect(rest).toEqual(others);
    expect({ ...measure, unit: measure?.unit || undefined }).toEqual({
      unit: undefined,
      ...before,
    });
  }
});

it("shares are written in percent, changes without their sign", () => {
  expect(fields.threshold).toBe("50");
  expect([fieldsOf(TIMES).rule, fieldsOf(TIMES).threshold]).toEqual(["falls_least", "3"]);
});

describe("a rule", () => {
  it("is found again in the criterion that it makes", () => {
    for (const rule of RULES) expect(ruleOf(criterionOf(rule, 2))).toBe(rule);
  });

  it("of no change is not to fall, or not to rise", () => {
    const none = { threshold: 0, compare: "change" } as const;
    expect(ruleOf({ ...none, direction: "at_least" })).toBe("falls_most");
    expect(ruleOf({ ...none, direction: "at_most" })).toBe("rises_most");
    expect(Object.is(criterionOf("falls_most", 0).threshold, 0)).toBe(true);
  });
});

describe("a number", () => {
  it("is read with a point, a comma, thousands, a sign or percent", () => {
    const read = (text: string) => numberOf(text, false);
    expect(["3.5", "3,5", "1,200", "−4", " 60 % ", "12 000"].map(read)).toEqual([
      3.5, 3.5, 1200, -4, 60, 12000,
    ]);
    expect(numberOf("29", true)).toBe(0.29);
  });

  it("is nothing where none is written", () => {
    const read = (text: string) => numberOf(text, false);
    expect(["", "ten", "1.2.3", "5 of 6", "1e9", "NaN"].map(read)).toEqual(
      Array(6).fill(undefined),
    );
  });
});

describe("what cannot be saved", () => {
  it("is found at its field, and an empty field is fine", () => {
    expect(problemsOf(fields)).toEqual({});
    expect(problemsOf({ ...fields, threshold: "", baseline: "" })).toEqual({});
    expect(problemsOf({ ...fields, threshold: "half", baseline: "120" })).toEqual({
      threshold: "number",
      baseline: "share",
    });
  });

  it("is a guardrail without a name or a limit, unless it has neither", () => {
    const guard = { ...fields.guardrails[0]!, id: "g" };
    const found = (change: object) =>
      problemsOf({ ...fields, guardrails: [{ ...guard, ...change }] });
    expect(found({ name: " " })).toEqual({ "g.name": "name" });
    expect(found({ limit: "" })).toEqual({ "g.limit": "limit" });
    expect(found({ limit: "few" })).toEqual({ "g.limit": "number" });
    expect(found({ name: "", limit: "" })).toEqual({});
  });
});

it("a card says what it lacks before it can be locked", () => {
  expect(lackingIn(fields)).toEqual([]);
  expect(lackingIn(fieldsOf(undefined))).toEqual([
    "belief",
    "measure",
    "criterion",
    "needed",
    "review",
  ]);
});
