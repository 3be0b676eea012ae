import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import en from "../../../../data/words/en.json";
import type { Timer } from "../view";
import { makeWords } from "../words";
import { Clock, minutes, secondsLeft } from "./clock";
import { makeSpeech } from "./speech";

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

describe("the clock", () => {
  /** The device's own clock is an hour and a bit behind the server's. */
  const OFFSET = 4_000_000;
  const say = makeWords("en", en);
  let el: HTMLElement;
  let said: string[];
  let field: HTMLInputElement;

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW - OFFSET });
    said = [];
    document.body.append((el = document.createElement("div")));
    document.body.append((field = document.createElement("input")));
    field.focus();
  });
  afterEach(() => {
    render(null, el);
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  const show = (timer?: Timer) => {
    const now = () => Date.now() + OFFSET;
    const announce = (message: string) => void said.push(message);
    render(<Clock timer={timer} now={now} say={say} announce={announce} />, el);
    return vi.advanceTimersByTimeAsync(50);
  };
  const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
  const inSeconds = (seconds: number): Timer => ({
    ends: new Date(Date.now() + OFFSET + seconds * 1000).toISOString(),
  });

  it("says once that a minute is left, and once that time is up; the focus stays where it is", async () => {
    await show(inSeconds(90));
    expect(el.textContent).toContain("1:30");
    await wait(29);
    expect(said).toEqual([]);
    await wait(2);
    expect(said).toEqual(["One minute left."]);
    await wait(100);
    expect(said).toEqual(["One minute left.", "Time is up"]);
    expect(el.textContent).toContain("Time is up");
    expect(document.activeElement).toBe(field);
  });

  it("stands still and is silent while paused, and goes on where it was", async () => {
    await show(inSeconds(90));
    await show({ left: 75 });
    await wait(300);
    expect(el.textContent).toContain("1:15 paused");
    await show(inSeconds(75));
    await wait(14);
    expect(said).toEqual([]);
    await wait(2);
    expect(said).toEqual(["One minute left."]);
  });

  it("says it again where a minute was added, and not where one begins with less", async () => {
    await show(inSeconds(62));
    await wait(3);
    await show(inSeconds(119));
    await wait(60);
    expect(said).toEqual(["One minute left.", "One minute left."]);
    await show(inSeconds(300));
    await show(inSeconds(30));
    await wait(10);
    expect(said).toHaveLength(2);
  });

  it("shows nothing where there is no timer any more", async () => {
    await show(inSeconds(90));
    await show();
    await wait(100);
    expect([el.textContent, said]).toEqual(["", []]);
  });

  it("is heard through a polite region that takes no focus", async () => {
    const speech = makeSpeech();
    render(<speech.Region />, el);
    speech.announce("Time is up");
    await wait(1);
    const region = el.querySelector("[role=status]")!;
    expect(region.getAttribute("aria-live")).toBe("polite");
    expect(region.textContent).toBe("Time is up");
    expect(document.activeElement).toBe(field);
  });
});
