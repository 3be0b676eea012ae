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

export type RowProblem = "cells" | "date" | "future" | "known" | "more" | "of" | "value";

export interface Row {
  /** From 1, as people count lines. */
  readonly line: number;
  readonly text: string;
  readonly reading?: NewReading;
  /** Why it cannot be taken: the end of a word key. */
  readonly problem?: RowProblem;
}

export interface Expecting {
  /** How many of how many, rather than a number. */
  readonly counted: boolean;
  /** Readings of later days are mistakes. */
  readonly today: string;
  /** What is there already, as `nameOf` names it. */
  readonly known: ReadonlySet<string>;
}

type Found = Pick<Row, "reading" | "problem">;

/** A reading of the same day with the same numbers has the same name. */
export function nameOf({ date, value, of }: Pick<NewReading, "date" | "value" | "of">): string {
  return `${date} ${value} ${of ?? ""}`;
}

/** What each line holds; blank lines and a line of headings are passed over. */
export function rowsOf(text: string, expecting: Expecting): Row[] {
  const mark = markIn(text);
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line.trim(), cells: cellsOf(line, mark) }))
    .filter(({ cells }) => cells.length > 0)
    .filter(({ cells }, at) => at > 0 || !isHeading(cells))
    .map(({ cells, ...row }) => ({ ...row, ...readingOf(cells, expecting) }));
}

/** The whole table has one mark between its cells. */
function markIn(text: string): string | RegExp {
  return ["\t", ";", ","].find((mark) => text.includes(mark)) ?? /\s+/;
}

/** Empty cells at the end are what spreadsheets leave over. */
function cellsOf(line: string, mark: string | RegExp): string[] {
  const cells = line.trim().split(mark).map(unquoted);
  while (cells[cells.length - 1] === "") cells.pop();
  return cells;
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, "$1");
}

function isHeading(cells: readonly string[]): boolean {
  return cells.every((cell) => !dateOf(cell) && numberOf(cell, false) === undefined);
}

function readingOf(cells: readonly string[], expecting: Expecting): Found {
  const date = dateOf(cells[0] ?? "");
  if (!date) return { problem: "date" };
  if (date > expecting.today) return { problem: "future" };
  const found = expecting.counted ? countIn(date, cells.slice(1)) : valueIn(date, cells.slice(1));
  const there = found.reading && expecting.known.has(nameOf(found.reading));
  return there ? { problem: "known" } : found;
}

function valueIn(date: string, cells: readonly string[]): Found {
  const value = numberOf(cells[0] ?? "", false);
  if (value === undefined) return { problem: "value" };
  return cells.length > 1 ? { problem: "cells" } : { reading: { date, value } };
}

/** "12; 40", "12 of 40" or "12/40". */
function countIn(date: string, cells: readonly string[]): Found {
  const numbers = cells
    .flatMap((cell) => cell.split(/\s*(?:\/|\bof\b|\bo\b)\s*/i))
    .filter(Boolean)
    .map((cell) => numberOf(cell, false));
  const [value, of] = numbers;
  if (numbers.length > 2) return { problem: "cells" };
  if (!whole(value) || !whole(of)) return { problem: "of" };
  return value > of ? { problem: "more" } : { reading: { date, value, of } };
}

function whole(number: number | undefined): number is number {
  return number !== undefined && Number.isInteger(number) && number >= 0;
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
