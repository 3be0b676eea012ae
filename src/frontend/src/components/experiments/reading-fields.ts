/** A reading as a form has it, every field a text; and as the room takes it. */

import type { NewReading } from "./paste";
import { numberOf } from "./plan-fields";
import { sideOf, type Side } from "./reading-side";
import type { Reading } from "./view";

export interface ReadingFields extends Side {
  readonly date: string;
  readonly value: string;
  readonly of: string;
}

export function readingFields(reading: Reading | undefined, day: string): ReadingFields {
  return {
    date: reading?.date ?? day,
    value: reading ? String(reading.value) : "",
    of: reading?.of === undefined ? "" : String(reading.of),
    arm: reading?.arm ?? "",
    guardrail: reading?.guardrail ?? "",
  };
}

/** What goes to the room; the form sends no number that is none. */
export function readingOf(fields: ReadingFields, counted: boolean): NewReading {
  const { date, value, of } = fields;
  return {
    date,
    value: numberOf(value, false) ?? 0,
    ...(counted ? { of: Math.round(numberOf(of, false) ?? 0) } : {}),
    ...sideOf(fields),
  };
}
