/** An item as a form holds it: all text, until it is sent. */

import type { MapItem, Measure } from "./view";

export interface Fields {
  readonly level: string;
  readonly text: string;
  readonly owner: string;
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly assumption: string;
}

export const NO_FIELDS: Fields = {
  level: "goal",
  text: "",
  owner: "",
  name: "",
  unit: "",
  baseline: "",
  target: "",
  assumption: "",
};

export function fieldsOf({ level, text, owner, measure, assumption }: MapItem): Fields {
  const number = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    level,
    text,
    owner: owner ?? "",
    name: measure?.name ?? "",
    unit: measure?.unit ?? "",
    baseline: number(measure?.baseline),
    target: number(measure?.target),
    assumption: assumption ?? "",
  };
}

/** What a command carries of an item, but for its level: empty fields are left out. */
export function wordsOf(fields: Fields): Omit<MapItem, "level"> {
  const owner = fields.owner.trim();
  const assumption = fields.assumption.trim();
  const measure = measureOf(fields);
  return {
    text: fields.text.trim(),
    ...(owner ? { owner } : {}),
    ...(measure ? { measure } : {}),
    ...(assumption ? { assumption } : {}),
  };
}

/** A measure has a name: numbers alone measure nothing. */
function measureOf({ name, unit, baseline, target }: Fields): Measure | undefined {
  if (!name.trim()) return undefined;
  return {
    name: name.trim(),
    ...(unit.trim() ? { unit: unit.trim() } : {}),
    ...numbered("baseline", baseline),
    ...numbered("target", target),
  };
}

function numbered(key: "baseline" | "target", text: string): Partial<Measure> {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() && Number.isFinite(value) ? { [key]: value } : {};
}
