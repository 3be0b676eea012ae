import { describe, expect, it } from "vitest";
import { numberText, rangeOf, scaleOf, tickText } from "./numbers";
import type { Criterion } from "./view";

const SHARE = scaleOf({ name: "Settled", form: "count" }, "en", "points");
const DAYS = scaleOf({ name: "Days", unit: "days", form: "value" }, "en", "points");
const level = (threshold: number): Criterion => ({
  threshold,
  direction: "at_least",
  compare: "level",
});
const change = (threshold: number): Criterion => ({ ...level(threshold), compare: "change" });
const range = (low: number, high: number, criterion: Criterion, scale = SHARE) => {
  const { low: from, high: to } = rangeOf(
    { estimate: (low + high) / 2, low, high },
    criterion,
    scale,
  );
  return [from, to].map((text) => text.replace(/\u00a0/g, " "));
};

describe("a number", () => {
  it("is a share in percent, or a value with its unit", () => {
    expect(numberText(0.615, SHARE)).toBe("61.5%");
    expect(numberText(1200.25, DAYS)).toBe("1,200.25\u00a0days");
    expect(numberText(41, { ...DAYS, unit: "%" })).toBe("41%");
  });

  it("that somebody wrote is shown as it was written", () => {
    expect(numberText(0.0025, SHARE, { exact: true })).toBe("0.25%");
    expect(numberText(0.29, SHARE, { exact: true })).toBe("29%");
    expect(numberText(0.00045, DAYS, { exact: true })).toBe("0.00045\u00a0days");
  });

  it("of a change has its sign, a true minus, and points instead of percent", () => {
    const form = { change: true, signed: true };
    expect(numberText(-0.1, SHARE, form)).toBe("−10\u00a0points");
    expect(numberText(3, DAYS, form)).toBe("+3\u00a0days");
  });
});

describe("a range", () => {
  it("is no finer than its width allows", () => {
    expect(range(0.412, 0.6303, level(0.9))).toEqual(["41%", "63%"]);
    expect(range(0.4121, 0.4183, level(0.9))).toEqual(["41.2%", "41.8%"]);
    expect(range(10.44, 32.1, level(50), DAYS)).toEqual(["10", "32 days"]);
  });

  it("never seems to touch a threshold that it lies beyond, or to lie beyond one that it holds", () => {
    expect(range(0.5004, 0.7, level(0.5))).toEqual(["50.04%", "70.00%"]);
    expect(range(0.4996, 0.7, level(0.5))).toEqual(["49.96%", "70.00%"]);
    expect(range(0.5, 0.7, level(0.5))).toEqual(["50%", "70%"]);
  });

  it("of a change says so at both ends", () => {
    expect(range(-5.2, 3.1, change(-1), DAYS)).toEqual(["−5", "+3 days"]);
    expect(range(-0.05, 0.21, change(0.1))).toEqual(["−5", "+21 points"]);
  });

  it("of no width is a number", () => {
    expect(range(4, 4, level(3), DAYS)).toEqual(["4", "4 days"]);
  });
});

describe("a level beside a chart", () => {
  it("is as fine as the steps between levels", () => {
    expect(tickText(0.0005, [0, 0.0005], DAYS)).toBe("0.0005");
    expect(tickText(0.2, [0, 0.2], SHARE)).toBe("20%");
    expect(tickText(0.005, [0, 0.005], SHARE)).toBe("0.5%");
  });

  it("is short where it is large", () => {
    expect(tickText(1_500_000, [0, 1_500_000], DAYS)).toBe("1.5m");
    expect(tickText(-20_000, [-20_000, 0], DAYS)).toBe("−20,000");
  });
});
