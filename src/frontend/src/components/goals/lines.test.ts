import { expect, it } from "vitest";
import { linesOf, widthOf } from "./lines";

it("breaks text between words, and says where there is more", () => {
  const lines = linesOf(
    "People get the help they are owed, and quickly, and kindly, wherever they live",
    12,
    3,
  );
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe("People get the help");
  expect(lines[2]).toMatch(/…$/);
});

it("keeps every line within its width, also of one endless word", () => {
  for (const text of [
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "目標".repeat(40),
    "W",
  ])
    for (const line of linesOf(text, 9, 3)) expect(widthOf(line)).toBeLessThanOrEqual(9);
});

it("shows a short text whole, and nothing for nothing", () => {
  expect(linesOf("  Launch\nit ", 12, 3)).toEqual(["Launch it"]);
  expect(linesOf("", 12, 3)).toEqual([]);
});
