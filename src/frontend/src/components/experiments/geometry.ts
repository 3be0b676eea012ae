/** Where everything of a run chart stands, in the units of its drawing. */

import type { Chart, ChartPoint, Segment } from "./view";

/** On a wall everything else has to stand beside it. */
export const HEIGHTS = { wall: 200, other: 260 };
/** Before it is known how much room there is. */
export const WIDTH = 640;
export const PAD = { left: 56, right: 16, top: 28, bottom: 30 };

export interface Spot extends ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly dashed: boolean;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly levels: readonly Level[];
  /** Where numbers stand on the left, with what they are. */
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly days: readonly { readonly x: number; readonly date: string }[];
  readonly start?: number;
  readonly target?: number;
  readonly baseline?: number;
}

interface Marks {
  readonly width: number;
  readonly height: number;
  readonly start?: string | undefined;
  readonly target?: number | undefined;
  readonly baseline?: number | undefined;
}

export function drawn(
  { points, left_out, segments }: Chart,
  { width, height, start, target, baseline }: Marks,
): Drawn {
  const time = points.map(({ date }) => Date.parse(date));
  const x = scaled(span(time), PAD.left, width - PAD.right);
  const levels = steps(heights(points, segments, [target, baseline]));
  const y = scaled(span(levels), height - PAD.bottom, PAD.top);
  const at = start === undefined ? NaN : Date.parse(start);
  const inside = at >= time[0]! && at <= time[time.length - 1]!;
  return {
    width,
    height,
    spots: points.map((point, n) => ({ ...point, x: x(time[n]!), y: y(point.value) })),
    levels: segments.flatMap((each) => levelsOf(each, left_out, time, x, y)),
    ticks: levels.map((value) => ({ value, y: y(value) })),
    days: ends(points).map((n) => ({ x: x(time[n]!), date: points[n]!.date })),
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
    { ...ends, y: y(mean), dashed: false },
    ...limits.map((limit) => ({ ...ends, y: y(limit), dashed: true })),
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

/** Round numbers around the range, five or so: the lowest and the highest are its frame. */
export function steps([low, high]: Range): number[] {
  if (high === low) return [low];
  const rough = (high - low) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * unit).find((size) => size >= rough)!;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first + 1;
  return Array.from({ length: count }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

/** The first, the middle and the last reading: their days are written below, each once. */
function ends(points: readonly ChartPoint[]): number[] {
  const last = points.length - 1;
  const places = last >= 8 ? [0, Math.round(last / 2), last] : [0, last];
  return places.filter((n, at) => at === 0 || points[n]!.date !== points[places[at - 1]!]!.date);
}
