import { expect, it } from "vitest";
import { paceAt } from "./auto-scroll";

it("nothing scrolls in the middle", () => {
  expect([100, 400, 700].map((y) => paceAt(y, 800))).toEqual([0, 0, 0]);
});

it("up near the top, down near the bottom, faster the nearer the edge and no faster beyond", () => {
  expect(paceAt(0, 800)).toBeLessThan(paceAt(40, 800));
  expect(paceAt(800, 800)).toBeGreaterThan(paceAt(760, 800));
  expect(paceAt(-200, 800)).toBe(paceAt(0, 800));
  expect(paceAt(900, 800)).toBe(-paceAt(0, 800));
});
