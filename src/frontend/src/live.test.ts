import { expect, it } from "vitest";
import { signal } from "@preact/signals";
import { latest, part } from "./live";

it("a part of a live value speaks only when that part changes", () => {
  const whole = signal({ a: { n: 1 }, b: 1 });
  const seen: number[] = [];
  const stop = part(whole, (value) => value.a).subscribe((a) => seen.push(a.n));
  whole.value = { ...whole.value, b: 2 };
  whole.value = { ...whole.value, a: { n: 2 } };
  stop();
  whole.value = { ...whole.value, a: { n: 3 } };
  expect(seen).toEqual([1, 2]);
});

it("the latest value stays when the part is gone", () => {
  const whole = signal<{ a?: string }>({ a: "here" });
  const a = latest(whole, (value) => value.a, "first");
  expect(a.value).toBe("here");
  whole.value = {};
  expect(a.value).toBe("here");
});
