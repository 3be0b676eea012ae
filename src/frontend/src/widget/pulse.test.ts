import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { State } from "../connection/state";
import type { Model } from "./model";
import { watchPulse } from "./pulse";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A kernel that answers, or one that has gone. */
function kernel(answers: boolean): Model {
  const listeners = new Set<(content: unknown) => void>();
  return {
    get: () => undefined,
    on: (_name: string, callback: (content: unknown) => void) => void listeners.add(callback),
    off: (_name: string, callback: (content: unknown) => void) => void listeners.delete(callback),
    send: () => answers && [...listeners].forEach((tell) => tell({ type: "offer" })),
  } as unknown as Model;
}

async function afterABreak(answers: boolean): Promise<boolean> {
  const state = signal<State>({ name: "connecting" });
  const silent = watchPulse(state, () => kernel(answers));
  state.value = { name: "open" };
  state.value = { name: "reconnecting", attempt: 1 };
  state.value = { name: "connecting" };
  state.value = { name: "open" };
  await vi.advanceTimersByTimeAsync(20_000);
  return silent.value;
}

it("a kernel that has gone is noticed after the connection came back", async () => {
  expect(await afterABreak(false)).toBe(true);
});

it("a kernel that answers goes on without a word", async () => {
  expect(await afterABreak(true)).toBe(false);
});
