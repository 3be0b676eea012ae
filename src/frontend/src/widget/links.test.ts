import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lease } from "./links";
import type { Model } from "./model";

const OFFER = { type: "offer", database: "d", workshop: "w", code: "C", ticket: "t" };

/** A model whose kernel offers the workshop, and which notes what the page sends. */
class FakeModel {
  readonly sent: Array<{ type: string; session?: string; data?: string }> = [];
  private readonly listeners = new Set<(content: unknown) => void>();

  on(_name: string, callback: (content: unknown) => void): void {
    this.listeners.add(callback);
  }

  off(_name: string, callback: (content: unknown) => void): void {
    this.listeners.delete(callback);
  }

  send(content: { type: string }): void {
    this.sent.push(content);
    if (content.type === "open") for (const listener of [...this.listeners]) listener(OFFER);
  }

  get listening(): number {
    return this.listeners.size;
  }

  types(): string[] {
    return this.sent.map(({ type }) => type);
  }
}

const as = (model: FakeModel): Model => model as unknown as Model;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe("widgets of one workshop without our server", () => {
  it("share one connection over the comm, which says hello with the ticket", async () => {
    const [a, b] = [new FakeModel(), new FakeModel()];
    const [first, second] = [lease(as(a)), lease(as(b))];
    expect(await first.link).toBe(await second.link);
    vi.advanceTimersByTime(1);
    const hellos = [...a.sent, ...b.sent].filter(({ type }) => type === "wire");
    expect(hellos).toHaveLength(1);
    expect(JSON.parse(hellos[0]!.data!)).toMatchObject({ type: "hello", ticket: "t" });
    first.release();
    second.release();
  });

  it("move the connection to another comm when the widget that carries it goes", async () => {
    const [a, b] = [new FakeModel(), new FakeModel()];
    const first = lease(as(a));
    await first.link;
    const second = lease(as(b));
    await second.link;
    vi.advanceTimersByTime(1);
    first.release();
    vi.advanceTimersByTime(1);
    expect(a.types()).toEqual(["open", "wire", "unwire"]);
    expect(b.types()).toEqual(["open", "wire"]);
    second.release();
  });

  it("end the connection a while after the last one goes, and listen no more", async () => {
    const model = new FakeModel();
    const { link, release } = lease(as(model));
    await link;
    vi.advanceTimersByTime(1);
    release();
    expect(model.types()).not.toContain("unwire");
    vi.advanceTimersByTime(2_000);
    expect(model.types()).toContain("unwire");
    expect(model.listening).toBe(0);
  });
});
