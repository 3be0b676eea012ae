/** Numbers as people read them: shares in percent, ranges no finer than they deserve. */

import type { Criterion, Interval, Measure } from "./view";

const MOST_DIGITS = 6;
const MINUS = "−";
/** From here on a level beside a chart is "100K" rather than "100,000". */
const LARGE = 100_000;

/** What a number of a measure is shown as: a share in percent, or a value with its unit. */
export interface Scale {
  readonly lang: string;
  readonly share: boolean;
  readonly unit: string;
  /** How a change of shares is called: 40 % to 50 % are 10 points, not 10 %. */
  readonly points: string;
}

export function scaleOf(measure: Measure | undefined, lang: string, points: string): Scale {
  return { lang, share: measure?.form === "count", unit: measure?.unit ?? "", points };
}

interface Format {
  /** So many digits after the point; few unless said. */
  readonly digits?: number;
  /** As it was written down: nothing rounded that anybody wrote. */
  readonly exact?: boolean;
  /** It is a change: of shares, in points. */
  readonly change?: boolean;
  /** With a plus or minus. */
  readonly signed?: boolean;
  /** Without its unit: another number with it follows. */
  readonly bare?: boolean;
}

export function numberText(value: number, scale: Scale, format: Format = {}): string {
  const { change = false, signed = false, bare = false } = format;
  const shown = scale.share ? Number((value * 100).toPrecision(12)) : value;
  const text = new Intl.NumberFormat(locale(scale.lang), {
    ...digitsOf(shown, scale, format),
    ...(signed ? { signDisplay: "exceptZero" as const } : {}),
  }).format(shown);
  return `${text.replace("-", MINUS)}${bare ? "" : unitText(scale, change)}`;
}

function digitsOf(shown: number, { share }: Scale, { digits, exact = false }: Format) {
  if (exact) return { maximumFractionDigits: MOST_DIGITS };
  if (digits !== undefined) return { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const few = share ? 1 : 2;
  return { maximumFractionDigits: Math.abs(shown) < 1 ? few + 2 : few };
}

/** A level beside a chart: as fine as its neighbours need, and short where it is large. */
export function tickText(value: number, levels: readonly number[], scale: Scale): string {
  const times = scale.share ? 100 : 1;
  const step = Math.abs((levels[1] ?? value) - (levels[0] ?? value)) * times;
  const digits = step > 0 ? Math.min(MOST_DIGITS, Math.max(0, -Math.floor(Math.log10(step)))) : 2;
  const form = { maximumFractionDigits: digits };
  const large = Math.max(...levels.map(Math.abs)) * times >= LARGE;
  const text = new Intl.NumberFormat(locale(scale.lang), {
    ...(large ? { notation: "compact" as const, maximumFractionDigits: 2 } : form),
  }).format(value * times);
  return `${text.replace("-", MINUS)}${unitText({ ...scale, unit: "" }, false)}`;
}

function unitText({ share, unit, points }: Scale, change: boolean): string {
  if (share) return change ? `\u00a0${points}` : "%";
  return unit === "%" ? "%" : unit && `\u00a0${unit}`;
}

/** What was found, and between what it may well be. */
export interface Range {
  readonly estimate: string;
  readonly low: string;
  readonly high: string;
}

/**
 * An interval in words, rounded to what its width allows, but never across the threshold: a verdict
 * must not seem to contradict its own numbers.
 */
export function rangeOf(
  { estimate, low, high }: Interval,
  { threshold, compare }: Criterion,
  scale: Scale,
): Range {
  const digits = rangeDigits([low, high], threshold, scale.share ? 100 : 1);
  const change = compare === "change";
  const format = { digits, change, signed: change };
  return {
    estimate: numberText(estimate, scale, format),
    low: numberText(low, scale, { ...format, bare: !scale.share || change }),
    high: numberText(high, scale, format),
  };
}

function rangeDigits(ends: readonly [number, number], threshold: number, times: number): number {
  const width = (ends[1] - ends[0]) * times;
  let digits = width > 0 ? Math.max(0, Math.ceil(0.7 - Math.log10(width))) : 0;
  const side = (end: number) => Math.sign(Number(end.toPrecision(12)) - threshold * times);
  const rounded = (end: number) => Number((end * times).toFixed(digits));
  const misleads = (end: number) => side(rounded(end)) !== side(end * times);
  while (digits < MOST_DIGITS && ends.some(misleads)) digits += 1;
  return Math.min(digits, MOST_DIGITS);
}

export function locale(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}
