import { describe, expect, it } from "vitest";
import { CHART } from "./fixtures";
import { drawn, HEIGHT, PAD, steps, within, WIDTHS } from "./geometry";
import type { Chart } from "./view";

const width = WIDTHS.wide;
const chart = (values: readonly number[], more: Partial<Chart> = {}): Chart => ({
  points: values.map((value, n) => ({
    date: `2026-01-${String(n + 1).padStart(2, "0")}`,
    value,
    label: "common_cause",
  })),
  left_out: 0,
  segments: [{ start: 0, end: values.length, mean: 3 }],
  signals: [],
  ...more,
});

describe("a drawing", () => {
  it("keeps all within its frame, higher values higher", () => {
    const { spots, levels, target } = drawn(chart([1, 5, 3]), { width, target: 9 });
    const heights = [...spots.map(({ y }) => y), ...levels.map(({ y }) => y), target!];
    for (const y of heights) {
      expect(y).toBeGreaterThanOrEqual(PAD.top);
      expect(y).toBeLessThanOrEqual(HEIGHT - PAD.bottom);
    }
    expect(target).toBeLessThan(spots[1]!.y);
    expect(spots[1]!.y).toBeLessThan(spots[0]!.y);
    expect(spots.map(({ x }) => x)).toEqual([PAD.left, 340, width - PAD.right]);
  });

  it("has the start where it is among the readings, and not beyond them", () => {
    expect(drawn(chart([1, 2, 3]), { width, start: "2026-01-02" }).start).toBe(340);
    expect(drawn(chart([1, 2, 3]), { width, start: "2025-01-02" }).start).toBeUndefined();
  });

  it("is of one reading, or of readings that are all alike, as well", () => {
    for (const values of [[3], [3, 3]]) {
      const { spots, ticks } = drawn(chart(values), { width });
      expect(spots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(ticks.map(({ value }) => value)).toEqual([3]);
    }
  });

  it("draws a stretch whose first readings are left out from the first that is there", () => {
    const segments = [
      { start: 0, end: 4, mean: 1 },
      { start: 4, end: 13, mean: 3 },
    ];
    const { levels } = drawn(chart([3, 3, 3], { left_out: 10, segments }), { width });
    expect(levels).toHaveLength(1);
    expect([levels[0]!.from, levels[0]!.to]).toEqual([PAD.left, width - PAD.right]);
  });

  it("writes no days that would run into one another", () => {
    const crowded = chart([1, 2, 3]);
    const days = (narrow: number) =>
      drawn(crowded, { width: narrow }).days.map(({ anchor }) => anchor);
    expect(days(width)).toEqual(["start", "middle", "end"]);
    expect(days(200)).toEqual(["start", "end"]);
    expect(days(100)).toEqual(["end"]);
  });
});

it("limits of shares are shares", () => {
  const { segments } = within(CHART, true);
  expect([segments[0]!.lower, segments[0]!.upper]).toEqual([0, 0.9]);
  expect(within(CHART, false)).toBe(CHART);
});

it("numbers beside it are round ones within its range", () => {
  expect(steps([0.13, 0.87])).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(steps([-3, 11])).toEqual([0, 5, 10]);
});
