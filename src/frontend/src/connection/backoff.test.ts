import { expect, it } from "vitest";
import { backoff } from "./backoff";

it("waits longer with each try, up to eight seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => backoff(attempt, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
});

it("spreads browsers over half of the wait, so that they do not come all at once", () => {
  expect([backoff(3, 0), backoff(3, 1)]).toEqual([1000, 2000]);
});
