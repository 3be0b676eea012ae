import { describe, expect, it } from "vitest";
import { dateOf, nameOf, rowsOf } from "./paste";

const read = (text: string, more = {}) =>
  rowsOf(text, { counted: false, today: "2026-06-30", known: new Set(), ...more });
const readings = (text: string, more = {}) =>
  read(text, more).flatMap(({ reading }) => (reading ? [Object.values(reading)] : []));
const problems = (text: string, more = {}) =>
  read(text, more).flatMap(({ line, problem }) => (problem ? [[line, problem]] : []));

describe("a pasted table", () => {
  it("has tabs, semicolons, commas or spaces between its cells", () => {
    for (const mark of ["\t", ";", ",", " ", "; "])
      expect(readings(`2026-05-04${mark}12.5`)).toEqual([["2026-05-04", 12.5]]);
  });

  it("may have a line of headings, blank lines, quotes and empty cells at the end", () => {
    const text = 'Day;Number;\r\n\r\n"04/05/2026";"3,5";;\r\n';
    expect(readings(text)).toEqual([["2026-05-04", 3.5]]);
    expect(problems(text)).toEqual([]);
  });

  it("counts how many of how many, however that is written", () => {
    const text = "2026-05-04;12;40\n2026-05-05;12 of 40\n2026-05-06;12/40";
    expect(readings(text, { counted: true }).map(([, ...numbers]) => numbers)).toEqual(
      Array(3).fill([12, 40]),
    );
  });

  it("says of each line that it refuses, by its number, why", () => {
    const text =
      "2026-05-04;1\n\nsoon;2\n31/02/2026;3\n2026-05-05;many\n2026-07-01;4\n2026-05-06;5;6";
    expect(problems(text)).toEqual([
      [3, "date"],
      [4, "date"],
      [5, "value"],
      [6, "future"],
      [7, "cells"],
    ]);
  });

  it("refuses counts that are none", () => {
    const text =
      "2026-05-04;12\n2026-05-05;1.5;40\n2026-05-06;41;40\n2026-05-07;-1;40\n2026-05-08;1;2;3";
    expect(problems(text, { counted: true }).map(([, problem]) => problem)).toEqual([
      "of",
      "of",
      "more",
      "of",
      "cells",
    ]);
  });

  it("never takes half a number where the comma is between cells as well", () => {
    expect(problems("2026-05-04,3,5")).toEqual([[1, "cells"]]);
  });

  it("takes nothing that is there already", () => {
    const known = new Set([nameOf({ date: "2026-05-04", value: 1 })]);
    const text = "2026-05-04;1\n2026-05-04;2";
    expect(problems(text, { known })).toEqual([[1, "known"]]);
    expect(readings(text, { known })).toEqual([["2026-05-04", 2]]);
  });
});

it("of 5,000 lines is read as well as one", () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `2026-05-04;${n}`).join("\n");
  expect(read(lines)).toHaveLength(5000);
});

it("a formula is no day, and a first line with a number in it is no heading", () => {
  expect(problems("31/02/2026;12\n=cmd()|calc;1")).toEqual([
    [1, "date"],
    [2, "date"],
  ]);
});

it("a day is written from the year, or from the day", () => {
  expect(["2026-5-4", "2026-05-04T10:00", "4/5/2026", "04.05.2026"].map(dateOf)).toEqual(
    Array(4).fill("2026-05-04"),
  );
  expect(["05/13/2026", "2026-02-30", "4/5/26", "May", ""].map(dateOf)).toEqual(
    Array(5).fill(undefined),
  );
});
