import { describe, expect, it } from "vitest";
import { CHART } from "./fixtures";
import { drawn, PAD, steps } from "./geometry";
import type { Chart } from "./view";

const ROOM = { width: 640, height: 260 };
const chart = (values: readonly number[], dates: readonly string[]): Chart => ({
  points: values.map((value, n) => ({ date: dates[n]!, value, label: "common_cause" })),
  left_out: 0,
  segments: [{ start: 0, end: values.length, mean: values[0]! }],
  signals: [],
});

describe("a run chart", () => {
  it("keeps everything within its frame, the target as well", () => {
    const { spots, levels, target, start } = drawn(CHART, {
      ...ROOM,
      target: 30,
      start: "2026-01-01",
    });
    const heights = [...spots, ...levels].map(({ y }) => y).concat(target!);
    for (const y of heights) {
      expect(y).toBeGreaterThanOrEqual(PAD.top);
      expect(y).toBeLessThanOrEqual(ROOM.height - PAD.bottom);
    }
    expect(spots.map(({ x }) => x)).toEqual([PAD.left, 624, 624]);
    expect(start).toBeGreaterThan(PAD.left);
    expect(levels.map(({ dashed }) => dashed)).toEqual([false, true, true]);
  });

  it("of one reading has it in the middle, and its day once", () => {
    const { spots, ticks, days } = drawn(chart([3], ["2026-01-05"]), ROOM);
    expect(spots[0]).toMatchObject({ x: (PAD.left + 624) / 2, y: 129 });
    expect(ticks).toEqual([{ value: 3, y: 129 }]);
    expect(days).toHaveLength(1);
  });

  it("of readings of one day writes the day once", () => {
    expect(drawn(chart([1, 2], ["2026-01-05", "2026-01-05"]), ROOM).days).toHaveLength(1);
  });

  it("leaves out a start that is not among the days, and stretches before what is drawn", () => {
    expect(drawn(CHART, { ...ROOM, start: "2024-01-01" }).start).toBeUndefined();
    const late = { ...CHART, left_out: 10, segments: [{ start: 0, end: 10, mean: 5 }] };
    expect(drawn(late, ROOM).levels).toEqual([]);
  });

  it("of 5,000 readings is drawn as well", () => {
    const day = (n: number) => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);
    const many = chart(
      Array.from({ length: 5000 }, (_, n) => n % 17),
      Array.from({ length: 5000 }, (_, n) => day(n)),
    );
    const { spots, days } = drawn(many, ROOM);
    expect(spots).toHaveLength(5000);
    expect(days).toHaveLength(3);
    expect(spots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

describe("levels", () => {
  it.each([
    [
      [23, 77],
      [20, 40, 60, 80],
    ],
    [
      [0.0011, 0.0024],
      [0.001, 0.0015, 0.002, 0.0025],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
    [[5, 5], [5]],
  ] as const)("around %j are %j", (range, levels) => expect(steps(range)).toEqual(levels));
});
