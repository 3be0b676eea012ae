import { describe, expect, it } from "vitest";
import { PLAN } from "./fixtures";
import { fieldsOf, missing, numberOf, planOf } from "./plan-fields";
import { criterionOf, ruleOf, RULES } from "./rule";

describe("a number as people write it", () => {
  it.each([
    ["12", 12],
    [" 12.5 ", 12.5],
    ["12,5", 12.5],
    ["1,200", 1200],
    ["12,000,000.5", 12_000_000.5],
    ["−3", -3],
    [".5", 0.5],
    ["60 %", 60],
  ])("%s is %d", (text, value) => expect(numberOf(text, false)).toBe(value));

  it.each(["", "many", "1e9", "1.2.3", "12 of 40", "NaN", "Infinity", "1,20,0", "%"])(
    "“%s” is none",
    (text) => expect(numberOf(text, false)).toBeUndefined(),
  );

  it("of a share is in percent, without the dust of division", () => {
    expect(numberOf("14.1", true)).toBe(0.141);
    expect(numberOf("55", true)).toBe(0.55);
  });
});

describe("when a team is right", () => {
  it.each(RULES)("%s is found again in the criterion that it makes", (rule) =>
    expect(ruleOf(criterionOf(rule, 2))).toBe(rule),
  );

  it("is written without the sign of a change", () => {
    const criterion = { threshold: -3, direction: "at_most", compare: "change" } as const;
    const fields = fieldsOf({ ...PLAN, criterion });
    expect([fields.rule, fields.threshold]).toEqual(["falls_least", "3"]);
    expect(planOf(fields, PLAN).criterion).toEqual(criterion);
  });

  it("is not to fall, or not to rise, where nothing may change", () => {
    const none = { threshold: 0, compare: "change" } as const;
    expect(ruleOf({ ...none, direction: "at_least" })).toBe("falls_most");
    expect(ruleOf({ ...none, direction: "at_most" })).toBe("rises_most");
    expect(Object.is(criterionOf("falls_most", 0).threshold, 0)).toBe(true);
  });
});

describe("a test card", () => {
  it("comes back from its form as it was", () => {
    expect(planOf(fieldsOf(PLAN), PLAN)).toEqual(PLAN);
  });

  it("of counts has its shares in percent, and no unit", () => {
    const counts = {
      ...PLAN,
      measure: { name: "Settled", unit: "", form: "count" as const },
      criterion: { threshold: 0.07, direction: "at_least" as const, compare: "change" as const },
      baseline: 0.29,
    };
    const fields = fieldsOf(counts);
    expect([fields.threshold, fields.baseline]).toEqual(["7", "29"]);
    expect(planOf({ ...fields, unit: "left over" }, counts)).toEqual(counts);
  });

  it("keeps the unit of a guardrail, which its form does not ask for", () => {
    const guardrails = [{ ...PLAN.guardrails[0]!, unit: "calls" }];
    expect(planOf(fieldsOf({ ...PLAN, guardrails }), { ...PLAN, guardrails })).toMatchObject({
      guardrails,
    });
  });

  it("of nothing says nothing", () => {
    expect(planOf(fieldsOf(undefined))).toEqual({
      belief: "",
      test: "",
      planned: 0,
      review: "",
      guardrails: [],
    });
  });

  it("knows what it still lacks", () => {
    expect(missing(PLAN)).toEqual([]);
    expect(missing(planOf(fieldsOf(undefined)))).toEqual([
      "belief",
      "measure",
      "criterion",
      "needed",
      "review",
    ]);
  });
});
