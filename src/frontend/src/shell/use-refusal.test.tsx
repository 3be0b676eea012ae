import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Connection } from "../connection/connection";
import type { State } from "../connection/state";
import { useRefusal } from "./use-refusal";

const LOCKED: State = {
  name: "refused",
  refusal: { code: "door_locked", message: "", remedy: "" },
};
const REMOVED: State = { name: "refused", refusal: { code: "removed", message: "", remedy: "" } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shown(first: State) {
  const state = signal<State>(first);
  const renew = vi.fn(() => (state.value = { name: "connecting" }));
  const connection = { state, renew } as unknown as Connection;
  const root = document.createElement("div");
  const Shown = () => <p>{useRefusal(connection)?.code}</p>;
  act(() => render(<Shown />, root));
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  const turn = (next: State) => act(() => void (state.value = next));
  return { root, renew, pass, turn };
}

it("knocks at a locked door again and again, and shows the same until it opens", async () => {
  const { root, renew, pass, turn } = shown(LOCKED);
  for (let times = 1; times <= 2; times += 1) {
    await pass(5_000);
    expect(renew).toHaveBeenCalledTimes(times);
    expect(root.textContent).toBe("door_locked");
    await turn(LOCKED);
  }
  await pass(5_000);
  await turn({ name: "open" });
  expect(root.textContent).toBe("");
});

it("does not come back where someone was turned away for good", async () => {
  const { root, renew, pass } = shown(REMOVED);
  await pass(60_000);
  expect(root.textContent).toBe("removed");
  expect(renew).not.toHaveBeenCalled();
});
