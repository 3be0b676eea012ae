import { describe, expect, it } from "vitest";
import type { Command } from "../protocol";
import { Core } from "./core";
import type { Effect } from "./state";

const ROOM = {
  workshop: { id: "w", title: "Retro", team: "", code: "C", state: "open", door: "open" },
  agenda: { order: [], items: {} },
  activities: {},
};
const CARD: Command = { kind: "retro.add_card", activity: "a", column: "c", text: "Hello" };

function core(kept?: ReadonlyMap<string, Command>): Core {
  const hello = { type: "hello", protocol: 1, secret: "0".repeat(64) } as const;
  return new Core({ hello: () => hello, random: () => 1, ...(kept ? { kept } : {}) });
}

function welcome(version: number, view: object = ROOM): string {
  const now = "2026-01-01T10:00:00.000Z";
  return JSON.stringify({
    ...{ type: "welcome", protocol: 1, role: "participant", version, now, view },
    me: { activities: {} },
  });
}

function opened(kept?: ReadonlyMap<string, Command>): [Core, Effect[]] {
  const made = core(kept);
  made.start();
  made.opened();
  return [made, made.received(welcome(5), 0)];
}

const say = (message: object): string => JSON.stringify(message);
const sent = (effects: Effect[]): unknown[] =>
  effects.flatMap((effect) => (effect.do === "transmit" ? [JSON.parse(effect.text)] : []));
const done = (effects: Effect[]): string[] => effects.map((effect) => effect.do);

describe("a connection that opens", () => {
  it("says hello with the secret as its first message", () => {
    const made = core();
    expect(done(made.start())).toContain("open");
    expect(sent(made.opened())).toEqual([{ type: "hello", protocol: 1, secret: "0".repeat(64) }]);
    expect(made.state.name).toBe("connecting");
  });

  it("is open once it is welcomed, and knows how far off the server's clock is", () => {
    const made = core();
    made.start();
    made.received(welcome(5), Date.parse("2026-01-01T09:59:58.000Z"));
    expect(made.state.name).toBe("open");
    expect(made.clockOffset).toBe(2000);
  });

  it("takes a later welcome for a snapshot that replaces everything", () => {
    const [made] = opened();
    made.received(welcome(9, { ...ROOM, timer: { left: 3 } }), 0);
    made.received(welcome(10), 0);
    expect(made.view?.timer).toBeUndefined();
  });

  it("hangs up and tries again where no welcome comes", () => {
    const made = core();
    made.start();
    expect(done(made.rang("welcome"))).toEqual(["close", "set"]);
    expect(made.state).toEqual({ name: "reconnecting", attempt: 1 });
  });
});

describe("a command", () => {
  it("is pending until the view reaches the version of its acknowledgement", () => {
    const [made] = opened();
    expect(sent(made.send("1", CARD))).toEqual([{ type: "command", id: "1", command: CARD }]);
    expect(done(made.received(say({ type: "ack", id: "1", version: 7 }), 0))).toContain(
      "acknowledge",
    );
    made.received(say({ type: "patch", version: 6, view: {} }), 0);
    expect([...made.pending.keys()]).toEqual(["1"]);
    made.received(say({ type: "me", version: 7, me: {} }), 0);
    expect(made.pending.size).toBe(0);
  });

  it("is no longer pending where its acknowledgement comes after the view", () => {
    const [made] = opened();
    made.send("1", CARD);
    made.received(say({ type: "patch", version: 7, view: {} }), 0);
    made.received(say({ type: "ack", id: "1", version: 7 }), 0);
    expect(made.pending.size).toBe(0);
  });

  it("is settled after a while where its view brings nothing new", () => {
    const [made] = opened();
    made.send("1", CARD);
    expect(made.received(say({ type: "ack", id: "1", version: 7 }), 0)).toContainEqual(
      expect.objectContaining({ do: "set", alarm: "settle" }),
    );
    made.rang("settle");
    expect(made.pending.size).toBe(0);
  });

  it("that was acknowledged stays drawn while the wire is down, until a snapshot has it", () => {
    const [made] = opened();
    made.send("1", CARD);
    made.received(say({ type: "ack", id: "1", version: 7 }), 0);
    made.closed(1006);
    made.rang("settle");
    expect([...made.pending.keys()]).toEqual(["1"]);
    made.rang("retry");
    made.opened();
    expect(sent(made.received(welcome(7), 0))).toEqual([]);
    expect(made.pending.size).toBe(0);
  });

  it("waits while the wire is down and goes out after the welcome, with the same id", () => {
    const [made] = opened();
    made.closed(1006);
    expect(sent(made.send("1", CARD))).toEqual([]);
    made.rang("retry");
    made.opened();
    expect(sent(made.received(welcome(6), 0))).toEqual([
      { type: "command", id: "1", command: CARD },
    ]);
  });

  it("that an earlier page left behind is sent once, not again at each snapshot", () => {
    const [made, effects] = opened(new Map([["old", CARD]]));
    expect(sent(effects)).toEqual([{ type: "command", id: "old", command: CARD }]);
    expect(sent(made.received(welcome(6), 0))).toEqual([]);
  });

  it("that is refused says why, and is no longer pending", () => {
    const [made] = opened();
    made.send("1", CARD);
    const refusal = { code: "wrong_phase", message: "Too late.", remedy: "Ask." };
    expect(made.received(say({ type: "refused", id: "1", ...refusal }), 0)).toContainEqual({
      ...{ do: "refuse", id: "1", command: CARD },
      refusal,
    });
    expect(made.pending.size).toBe(0);
  });

  it("without an answer for long makes a new wire, for the old one may be dead", () => {
    const [made] = opened();
    made.send("1", CARD);
    expect(done(made.rang("answer"))).toEqual(["close", "clear", "open", "set"]);
  });
});

describe("a connection that is lost", () => {
  it("keeps the view and tries again, later each time", () => {
    const [made] = opened();
    expect(made.closed(1012)).toEqual([{ do: "set", alarm: "retry", ms: 500 }]);
    made.rang("retry");
    expect(made.closed(1006)).toEqual([{ do: "set", alarm: "retry", ms: 1000 }]);
    expect(made.state).toEqual({ name: "reconnecting", attempt: 2 });
    expect(made.view).toBeDefined();
  });

  it("goes back to short waits once it is welcomed again", () => {
    const [made] = opened();
    made.closed(1006);
    made.rang("retry");
    made.received(welcome(8), 0);
    expect(made.closed(1006)).toEqual([{ do: "set", alarm: "retry", ms: 500 }]);
  });

  it("says that the device is offline, and makes a new wire when it is back", () => {
    const [made] = opened();
    made.offline();
    expect(made.state.name).toBe("offline");
    made.closed(1006);
    expect(made.state.name).toBe("offline");
    expect(done(made.online())).toContain("open");
    made.received(welcome(8), 0);
    expect(made.state.name).toBe("open");
  });

  it("does not believe the device that it is offline while messages come", () => {
    const [made] = opened();
    made.offline();
    made.received(say({ type: "presence", here: 2, ready: 1 }), 0);
    expect(made.state.name).toBe("open");
    expect(made.presence).toEqual({ here: 2, ready: 1 });
  });

  it("makes a new wire after a long sleep, and keeps a good one after a short look away", () => {
    const [made] = opened();
    expect(made.woke(1_000)).toEqual([]);
    expect(done(made.woke(60_000))).toContain("open");
  });

  it('says "I\'m done" again on the new wire', () => {
    const [made] = opened();
    expect(sent(made.markReady(true))).toEqual([{ type: "ready", ready: true }]);
    made.closed(1006);
    made.rang("retry");
    expect(sent(made.received(welcome(8), 0))).toEqual([{ type: "ready", ready: true }]);
  });
});

it('forgets "I\'m done" when the phase moves on', () => {
  const [made] = opened();
  made.markReady(true);
  made.received(say({ type: "patch", version: 6, view: { people: { count: 2 } } }), 0);
  expect(made.ready).toBe(true);
  made.received(say({ type: "patch", version: 7, view: { workshop: { live: "a" } } }), 0);
  expect(made.ready).toBe(false);
});

describe("a connection that is refused for good", () => {
  it("says why and does not try again", () => {
    const made = core();
    made.start();
    const refusal = { code: "wrong_code", message: "No such workshop.", remedy: "Look again." };
    made.received(say({ type: "refused", ...refusal }), 0);
    made.closed(4404);
    expect(made.state).toEqual({ name: "refused", refusal });
    expect(done([...made.rang("retry"), ...made.online(), ...made.woke(60_000)])).toEqual([]);
  });

  it("knows a final refusal also where a proxy ate the close code", () => {
    const made = core();
    made.start();
    made.received(say({ type: "refused", code: "door_locked", message: "", remedy: "" }), 0);
    made.closed(1006);
    expect(made.state.name).toBe("refused");
  });

  it("turns down what was waiting, and what comes after", () => {
    const [made] = opened();
    made.closed(1006);
    made.send("1", CARD);
    made.rang("retry");
    expect(done(made.closed(4403))).toContain("refuse");
    expect(done(made.send("2", CARD))).toEqual(["refuse"]);
    expect(made.pending.size).toBe(0);
  });

  it("tries again when it is told that the reason may be gone", () => {
    const made = core();
    made.start();
    made.received(say({ type: "refused", code: "wrong_ticket", message: "", remedy: "" }), 0);
    made.closed(4401);
    expect(done(made.renew())).toContain("open");
    made.received(welcome(5), 0);
    expect(made.state.name).toBe("open");
  });

  it("does not take a refused message in a session for the end of the session", () => {
    const [made] = opened();
    made.received(say({ type: "refused", code: "malformed", message: "", remedy: "" }), 0);
    made.closed(1006);
    expect(made.state.name).toBe("reconnecting");
  });
});

it("a finished workshop stays on the screen and is not asked for again", () => {
  const [made] = opened();
  made.received(say({ type: "patch", version: 9, view: { workshop: { state: "finished" } } }), 0);
  expect(made.state.name).toBe("finished");
  expect(made.closed(4403).filter((effect) => effect.do === "set")).toEqual([]);
  expect(made.state.name).toBe("finished");
  expect(done(made.send("2", CARD))).toEqual(["refuse"]);
});
