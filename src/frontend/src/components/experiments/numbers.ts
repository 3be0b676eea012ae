/** Numbers as people read them: shares in percent, ranges no finer than they deserve. */

import type { Interval, Measure } from "./view";

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
  /** Digits after the point, at the most and at the least; few unless said. */
  readonly digits?: number;
  /** With a plus or minus: a change. */
  readonly signed?: boolean;
  readonly bare?: boolean;
}

export function numberText(value: number, scale: Scale, format: Format = {}): string {
  const { digits, signed = false, bare = false } = format;
  const shown = scale.share ? value * 100 : value;
  const text = new Intl.NumberFormat(locale(scale.lang), {
    ...(digits === undefined
      ? { maximumFractionDigits: scale.share ? 1 : 2 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ...(signed ? { signDisplay: "exceptZero" as const } : {}),
  }).format(shown);
  return `${text.replace("-", MINUS)}${bare ? "" : unitText(scale, signed)}`;
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

function unitText({ share, unit, points }: Scale, signed: boolean): string {
  if (share) return signed ? `\u00a0${points}` : "%";
  return unit === "%" ? "%" : unit && `\u00a0${unit}`;
}

/**
 * The ends of an interval, rounded to what its width allows, but never across the threshold: a
 * verdict must not seem to contradict its own numbers.
 */
export function endsText(
  { low, high }: Interval,
  threshold: number | undefined,
  scale: Scale,
  signed: boolean,
): readonly [string, string] {
  const digits = endDigits(low, high, threshold, scale.share ? 100 : 1);
  const text = (end: number, bare: boolean) => numberText(end, scale, { digits, signed, bare });
  return [text(low, !scale.share || signed), text(high, false)];
}

function endDigits(
  low: number,
  high: number,
  threshold: number | undefined,
  times: number,
): number {
  const width = (high - low) * times;
  let digits = width > 0 ? Math.max(0, Math.ceil(1 - Math.log10(width))) : 0;
  const side = (end: number) => Math.sign(end - (threshold ?? 0));
  const rounded = (end: number) => Number((end * times).toFixed(Math.min(digits, 20))) / times;
  const misleads = (end: number) => threshold !== undefined && side(rounded(end)) !== side(end);
  while (digits < MOST_DIGITS && (misleads(low) || misleads(high))) digits += 1;
  return Math.min(digits, MOST_DIGITS);
}

export function locale(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}
