import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { kernelOf } from "./kernel";
import type { Model } from "./model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class FakeModel {
  readonly sent: Array<{ type: string; ask: string }> = [];
  readonly listeners = new Set<(content: unknown) => void>();
  on = (_name: string, callback: (content: unknown) => void) => void this.listeners.add(callback);
  off = (_name: string, callback: (content: unknown) => void) =>
    void this.listeners.delete(callback);
  send = (content: { type: string; ask: string }) => void this.sent.push(content);
  say = (content: unknown) => [...this.listeners].forEach((tell) => tell(content));
}

function asked() {
  const model = new FakeModel();
  const asking = kernelOf(model as unknown as Model).ask("suggest_themes");
  return { model, asking, ask: model.sent[0]!.ask };
}

it("a question is answered by the message of its own id, and then nobody listens", async () => {
  const { model, asking, ask } = asked();
  expect(model.sent[0]!.type).toBe("suggest_themes");
  model.say(null);
  model.say({ type: "themes", ask: "another" });
  model.say({ type: "themes", ask, themes: [1] });
  expect(await asking.answer).toMatchObject({ themes: [1] });
  expect(model.listeners.size).toBe(0);
});

it("a kernel that could not answer, or that is silent for a minute, is a failure", async () => {
  const failed = asked();
  failed.model.say({ type: "themes", ask: failed.ask, failed: true });
  await expect(failed.asking.answer).rejects.toThrow("could not");
  const silent = asked();
  const outcome = expect(silent.asking.answer).rejects.toThrow("did not answer");
  await vi.advanceTimersByTimeAsync(60_000);
  await outcome;
  expect(silent.model.listeners.size).toBe(0);
});

it("who gives up waiting hears no more", () => {
  const { model, asking } = asked();
  asking.cancel();
  expect(model.listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
