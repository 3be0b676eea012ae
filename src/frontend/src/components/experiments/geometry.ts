/** Where everything of a run chart stands, in the units of its drawing. */

import type { Chart, ChartPoint, Segment } from "./view";

export const HEIGHT = 260;
/** In the drawing's own units, which are pixels where there is room. */
export const WIDTHS = { wide: 640, narrow: 340 };
export const PAD = { left: 56, right: 16, top: 18, bottom: 30 };

export interface Spot extends ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly kind: "mean" | "limit";
}

export interface Drawn {
  readonly spots: readonly Spot[];
  readonly levels: readonly Level[];
  /** Where numbers stand on the left, with what they are. */
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly days: readonly Day[];
  readonly start?: number;
  readonly target?: number;
  readonly baseline?: number;
}

interface Day {
  readonly x: number;
  readonly date: string;
  readonly anchor: "start" | "middle" | "end";
}

interface Marks {
  readonly width: number;
  readonly start?: string | undefined;
  readonly target?: number | undefined;
  readonly baseline?: number | undefined;
}

export function drawn(chart: Chart, { width, start, target, baseline }: Marks): Drawn {
  const { points, left_out, segments } = chart;
  const time = points.map(({ date }) => Date.parse(date));
  const range = heights(points, segments, [target, baseline]);
  const x = scaled(span(time), PAD.left, width - PAD.right);
  const y = scaled(range, HEIGHT - PAD.bottom, PAD.top);
  const at = start === undefined ? NaN : Date.parse(start);
  const inside = at >= time[0]! && at <= time[time.length - 1]!;
  return {
    spots: points.map((point, n) => ({ ...point, x: x(time[n]!), y: y(point.value) })),
    levels: segments.flatMap((each) => levelsOf(each, left_out, time, x, y)),
    ticks: steps(range).map((value) => ({ value, y: y(value) })),
    days: daysOf(points, time.map(x)),
    ...(inside ? { start: x(at) } : {}),
    ...(target === undefined ? {} : { target: y(target) }),
    ...(baseline === undefined ? {} : { baseline: y(baseline) }),
  };
}

function levelsOf(
  { start, end, mean, lower, upper }: Segment,
  leftOut: number,
  time: readonly number[],
  x: (value: number) => number,
  y: (value: number) => number,
): Level[] {
  const [first, last] = [Math.max(0, start - leftOut), end - leftOut - 1];
  if (last < 0) return [];
  const ends = { from: x(time[first]!), to: x(time[last]!) };
  const limits = [lower, upper].filter((limit) => limit !== undefined);
  return [
    { ...ends, y: y(mean), kind: "mean" },
    ...limits.map((limit) => ({ ...ends, y: y(limit), kind: "limit" as const })),
  ];
}

/** Shares lie between 0 and 1, and so do the limits that are drawn of them. */
export function within(chart: Chart, share: boolean): Chart {
  if (!share) return chart;
  const segments = chart.segments.map(({ lower, upper, ...rest }) => ({
    ...rest,
    ...(lower === undefined ? {} : { lower: Math.max(0, lower) }),
    ...(upper === undefined ? {} : { upper: Math.min(1, upper) }),
  }));
  return { ...chart, segments };
}

type Range = readonly [low: number, high: number];

function span(values: readonly number[]): Range {
  return [Math.min(...values), Math.max(...values)];
}

function heights(
  points: readonly ChartPoint[],
  segments: readonly Segment[],
  marks: readonly (number | undefined)[],
): Range {
  const limits = segments.flatMap(({ mean, lower, upper }) => [mean, lower, upper]);
  const all = [...points.map(({ value }) => value), ...limits, ...marks];
  return span(all.filter((value): value is number => value !== undefined));
}

/** A single value stands in the middle. */
function scaled([low, high]: Range, from: number, to: number): (value: number) => number {
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Round numbers within the range, five or so. */
export function steps([low, high]: Range): number[] {
  if (high === low) return [low];
  const rough = (high - low) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * unit).find((size) => size >= rough)!;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

/** Narrower than this, two days would run into one another. */
const BETWEEN_DAYS = 70;

/** The first and the last reading have their days below, and the middle one where there is room. */
function daysOf(points: readonly ChartPoint[], places: readonly number[]): Day[] {
  const last = points.length - 1;
  const day = (n: number, anchor: Day["anchor"]): Day => ({
    x: places[n]!,
    date: points[n]!.date,
    anchor,
  });
  if (places[last]! - places[0]! < BETWEEN_DAYS) return [day(last, "end")];
  const middle = Math.round(last / 2);
  const room = [places[middle]! - places[0]!, places[last]! - places[middle]!];
  const roomy = room.every((width) => width >= 1.4 * BETWEEN_DAYS);
  return [day(0, "start"), ...(roomy ? [day(middle, "middle")] : []), day(last, "end")];
}
