/** Readings pasted as a table: a line each, its cells with a tab, semicolon or comma between. */

import { numberOf } from "./plan-fields";
import type { Arm } from "./view";

export interface NewReading {
  readonly date: string;
  readonly value: number;
  readonly of?: number;
  /** Without one, days before the start belong to what was before. */
  readonly arm?: Arm;
  readonly guardrail?: string;
}

export interface Row {
  /** From 1, as people count lines. */
  readonly line: number;
  readonly text: string;
  readonly reading?: NewReading;
  /** Why it cannot be taken: the end of a word key. */
  readonly problem?: "date" | "value" | "of" | "more";
}

/** What each line holds; blank lines and a line of headings are passed over. */
export function rowsOf(text: string, counted: boolean): Row[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line.trim() }))
    .filter(({ text: line }) => line !== "")
    .filter((row, at) => at > 0 || dateOf(cells(row.text)[0] ?? "") || !isHeading(row.text))
    .map((row) => ({ ...row, ...readingOf(cells(row.text), counted) }));
}

function isHeading(line: string): boolean {
  return cells(line).every((cell) => numberOf(cell, false) === undefined);
}

function cells(line: string): string[] {
  const between = ["\t", ";", ","].find((mark) => line.includes(mark)) ?? /\s+/;
  return line.split(between).map((cell) => cell.trim());
}

function readingOf(
  [first = "", second = "", third = ""]: readonly string[],
  counted: boolean,
): Pick<Row, "reading" | "problem"> {
  const date = dateOf(first);
  if (!date) return { problem: "date" };
  const value = numberOf(second, false);
  if (value === undefined) return { problem: "value" };
  if (!counted) return { reading: { date, value } };
  const of = numberOf(third, false);
  if (of === undefined || !whole(of) || !whole(value)) return { problem: "of" };
  return value > of ? { problem: "more" } : { reading: { date, value, of } };
}

function whole(number: number): boolean {
  return Number.isInteger(number) && number >= 0;
}

/** A day as 2026-05-04, or the day first: 04/05/2026, 4.5.2026. Nothing where there is none. */
export function dateOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : undefined;
}
