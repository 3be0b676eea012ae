import { beforeEach, describe, expect, it, vi } from "vitest";
import { Store } from "./store";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("the secret of a workshop", () => {
  it("is 256 random bits in hex", () => {
    expect(new Store().secret("7F4KQH2M")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same after a refresh, by the code and by the workshop's id", () => {
    const secret = new Store().secret("CODE");
    expect(new Store().secret("CODE", "w1")).toBe(secret);
    expect(new Store().secret("NEWCODE", "w1")).toBe(secret);
  });

  it("differs from workshop to workshop", () => {
    const store = new Store();
    expect(store.secret("A")).not.toBe(store.secret("B"));
  });

  it("can be another person's from now on, by every name that the workshop has", () => {
    const other = "e".repeat(64);
    const store = new Store();
    store.secret("CODE", "w1");
    store.adopt(other, "CODE", "w1");
    expect(new Store().secret("CODE")).toBe(other);
    expect(new Store().secret("NEWCODE", "w1")).toBe(other);
  });

  it("is made anew where what was kept is no secret", () => {
    localStorage.setItem("workshopkit.secret.CODE", "tampered");
    expect(new Store().secret("CODE")).toMatch(/^[0-9a-f]{64}$/);
  });
});

it("who took part is known by the code and by the workshop's id", () => {
  new Store().join("CODE", "w1");
  expect([new Store().joined("CODE"), new Store().joined("w1")]).toEqual([true, true]);
  expect(new Store().joined("OTHER")).toBe(false);
});

it("a right survives a refresh of its tab and is kept nowhere else", () => {
  const right = "a".repeat(64);
  new Store().keepRight("lead.CODE", right);
  expect(new Store().right("lead.CODE")).toBe(right);
  expect(JSON.stringify({ ...localStorage })).not.toContain(right);
  new Store().keepRight("lead.CODE", "");
  expect(new Store().right("lead.CODE")).toBeUndefined();
});

it("where storage is blocked the store keeps all in memory and says that it does not last", () => {
  vi.spyOn(localStorage, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const store = new Store();
  expect(store.lasts).toBe(false);
  expect(store.secret("CODE")).toBe(store.secret("CODE"));
  vi.restoreAllMocks();
});

it("pending commands survive a refresh with their ids and their order", () => {
  const pending = new Map([
    ["1", { kind: "retro.add_card", text: "a" }],
    ["2", { kind: "retro.give_vote", target: "b" }],
  ]);
  new Store().keepPending("CODE", pending);
  expect([...new Store().pending("CODE")]).toEqual([...pending]);
});

it("pending commands that cannot be read are none", () => {
  sessionStorage.setItem("workshopkit.pending.CODE", "{");
  expect(new Store().pending("CODE").size).toBe(0);
});

it("a half-written card survives a refresh, apart for each activity, until it is sent", () => {
  new Store().drafts("CODE.a1").write("card", "half a thou");
  expect(new Store().drafts("CODE.a1").read("card")).toBe("half a thou");
  expect(new Store().drafts("CODE.a2").read("card")).toBe("");
  new Store().drafts("CODE.a1").write("card", "");
  expect(new Store().drafts("CODE.a1").read("card")).toBe("");
});
