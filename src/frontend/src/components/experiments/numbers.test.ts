import { describe, expect, it } from "vitest";
import { endsText, numberText, scaleOf, tickText } from "./numbers";

const DAYS = scaleOf({ name: "Days", unit: "days", form: "value" }, "en", "points");
const SHARE = scaleOf({ name: "Settled", form: "count" }, "en", "points");

describe("a number", () => {
  it("carries its unit, and a share is in percent", () => {
    expect(numberText(9.5, DAYS)).toBe("9.5\u00a0days");
    expect(numberText(0.604, SHARE)).toBe("60.4%");
  });

  it("says which way a change goes; a share changes by points", () => {
    expect(numberText(-3, DAYS, { signed: true })).toBe("−3\u00a0days");
    expect(numberText(0.1, SHARE, { signed: true })).toBe("+10\u00a0points");
  });
});

describe("the ends of a range", () => {
  it("are no finer than its width deserves", () => {
    expect(endsText({ estimate: 9, low: 4.123, high: 139.87 }, 200, DAYS, false)).toEqual([
      "4",
      "140\u00a0days",
    ]);
  });

  it("are never rounded across the threshold that they are judged by", () => {
    const [, high] = endsText({ estimate: 9, low: 4, high: 11.96 }, 12, DAYS, false);
    expect(high).toBe("11.96\u00a0days");
    const [low] = endsText({ estimate: 0.55, low: 0.5004, high: 0.6 }, 0.5, SHARE, false);
    expect(low).toBe("50.04%");
  });

  it("may be one and the same", () => {
    expect(endsText({ estimate: 2, low: 2, high: 2 }, undefined, DAYS, false)).toEqual([
      "2",
      "2\u00a0days",
    ]);
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
