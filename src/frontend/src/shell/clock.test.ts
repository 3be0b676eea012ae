import { expect, it } from "vitest";
import { minutes, secondsLeft } from "./clock";

const NOW = Date.parse("2026-01-01T10:00:00.000Z");

it("a running timer counts to its end by the server's clock", () => {
  expect(secondsLeft({ ends: "2026-01-01T10:04:32.000Z" }, NOW)).toBe(272);
});

it("a second that has begun still counts, and nothing is below zero", () => {
  expect(secondsLeft({ ends: "2026-01-01T10:00:00.100Z" }, NOW)).toBe(1);
  expect(secondsLeft({ ends: "2026-01-01T09:00:00.000Z" }, NOW)).toBe(0);
});

it("a paused timer stands still", () => {
  expect(secondsLeft({ left: 90 }, NOW)).toBe(90);
});

it("time is written as minutes and two digits of seconds", () => {
  expect([272, 60, 9, 0].map(minutes)).toEqual(["4:32", "1:00", "0:09", "0:00"]);
});
