import { render } from "preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import en from "../../../../data/words/en.json";
import { click } from "../components/fake-host";
import type { Frame } from "../shell/frame";
import { Store } from "../store";
import { makeWords } from "../words";
import { Arrival, isNew } from "./arrival";

const MINE = "1".repeat(64);
const OTHER = "2".repeat(64);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

function frame(brought?: string): Frame {
  const page = { base: "/", code: "CODE", name: "join", brought } as unknown as Frame["page"];
  const say = makeWords("en", en);
  return { page, store: new Store(), say, lang: "en", choose: vi.fn(), announce: vi.fn() };
}

function shown(at: Frame) {
  const root = document.createElement("div");
  const done = vi.fn();
  render(<Arrival {...at} onDone={done} />, root);
  return { root, done };
}

function inAs(secret: string): void {
  new Store().adopt(secret, "CODE", "w");
  new Store().join("CODE", "w");
}

describe("a link from another device", () => {
  it("is asked about unless this browser is that person already", () => {
    expect(isNew(frame())).toBe(false);
    expect(isNew(frame(MINE))).toBe(true);
    inAs(MINE);
    expect(isNew(frame(MINE))).toBe(false);
    expect(isNew(frame(OTHER))).toBe(true);
  });

  it("makes this browser the same person, once that is said to be wished", async () => {
    const at = frame(MINE);
    const { root, done } = shown(at);
    expect(at.store.joined("CODE")).toBe(false);
    expect(root.textContent).toContain("Go on only if you made this link yourself.");
    await click(root, "Yes, it is my own link");
    expect(at.store.secret("CODE")).toBe(MINE);
    expect(at.store.joined("CODE")).toBe(true);
    expect(done).toHaveBeenCalled();
  });

  it("changes nothing where it is turned down", async () => {
    inAs(OTHER);
    const at = frame(MINE);
    const { root, done } = shown(at);
    expect(root.textContent).toContain("already in this workshop as someone else");
    await click(root, "No, do not use it");
    expect(at.store.secret("CODE")).toBe(OTHER);
    expect(done).toHaveBeenCalled();
  });
});
