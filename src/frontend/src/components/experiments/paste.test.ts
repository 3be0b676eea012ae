import { describe, expect, it } from "vitest";
import { dateOf, rowsOf } from "./paste";

const said = (text: string, counted = false) =>
  rowsOf(text, counted).map(({ reading, problem }) => reading ?? problem);

describe("a pasted table", () => {
  it("may have tabs, semicolons, commas or spaces between its cells", () => {
    const reading = { date: "2026-05-04", value: 12 };
    for (const line of ["2026-05-04\t12", "2026-05-04; 12", "2026-05-04,12", "2026-05-04  12"])
      expect(said(line)).toEqual([reading]);
  });

  it("reads how many of how many", () => {
    expect(said("4.5.2026\t12\t40", true)).toEqual([{ date: "2026-05-04", value: 12, of: 40 }]);
  });

  it("passes over headings and blank lines, and counts lines as people do", () => {
    const rows = rowsOf("Day;Number\n\n2026-05-04;1\r\nlater;2\n", false);
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [3, undefined],
      [4, "date"],
    ]);
  });

  it("says of each line why it cannot be taken", () => {
    expect(said("2026-05-04;many")).toEqual(["value"]);
    expect(said("2026-05-04;NaN")).toEqual(["value"]);
    expect(said("2026-05-04;12", true)).toEqual(["of"]);
    expect(said("2026-05-04;1.5;40", true)).toEqual(["of"]);
    expect(said("2026-05-04;41;40", true)).toEqual(["more"]);
    expect(said("=cmd()|calc;1\n2026-05-04;1")[0]).toBe("date");
  });

  it("takes no first line for a heading that has a number in it", () => {
    expect(said("31/02/2026;12")).toEqual(["date"]);
  });

  it("knows 5,000 lines as well as one", () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `2026-05-04;${n}`).join("\n");
    expect(rowsOf(lines, false)).toHaveLength(5000);
  });
});

describe("a day", () => {
  it.each([
    ["2026-05-04", "2026-05-04"],
    ["2026-5-4", "2026-05-04"],
    ["04/05/2026", "2026-05-04"],
    ["2026-05-04T10:00:00Z", "2026-05-04"],
  ])("%s is %s", (text, day) => expect(dateOf(text)).toBe(day));

  it.each(["2026-02-30", "05/13/2026", "4 May 2026", "", "2026"])("“%s” is none", (text) =>
    expect(dateOf(text)).toBeUndefined(),
  );
});
