import { beforeEach, describe, expect, it } from "vitest";
import type { Refused } from "../host";
import { Store } from "../store";
import { Connection } from "./connection";
import type { OpenWire, WireEvents } from "./wires";

const VIEW = {
  workshop: { id: "w", title: "Retro", state: "open", door: "open" },
  agenda: { order: [], items: {} },
  activities: {},
};
const CARD = { kind: "retro.add_card", activity: "a", column: "c", text: "Hello" };

/** Wires that note what is sent, newest last. */
class FakeWires {
  readonly opened: WireEvents[] = [];
  readonly sent: Array<{ type: string; id?: string }> = [];

  readonly open: OpenWire = (events) => {
    this.opened.push(events);
    return { send: (text) => this.sent.push(JSON.parse(text)), close: () => undefined };
  };

  get newest(): WireEvents {
    return this.opened[this.opened.length - 1]!;
  }

  say(message: object): void {
    this.newest.message(JSON.stringify(message));
  }

  welcome(version = 1): void {
    this.newest.opened();
    const now = "2026-01-01T10:00:00.000Z";
    const me = { activities: {} };
    this.say({ type: "welcome", protocol: 1, role: "participant", version, now, view: VIEW, me });
  }

  get commands(): string[] {
    return this.sent.flatMap(({ type, id }) => (type === "command" && id ? [id] : []));
  }
}

function connect(wires: FakeWires): Connection {
  const hello = (): { type: "hello"; protocol: number } => ({ type: "hello", protocol: 1 });
  const options = {
    open: wires.open,
    wire: "socket",
    hello,
    store: new Store(),
    scope: "C",
  } as const;
  return new Connection(options);
}

beforeEach(() => sessionStorage.clear());

describe("a command that is sent", () => {
  it("resolves with the acknowledgement and is pending until the view shows it", async () => {
    const wires = new FakeWires();
    const connection = connect(wires);
    wires.welcome();
    const sent = connection.send(CARD);
    const [id] = wires.commands;
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect([...connection.pending.value.values()]).toEqual([CARD]);
    wires.say({ type: "ack", id, version: 2 });
    expect(await sent).toEqual({ id, version: 2 });
    expect(connection.pending.value.size).toBe(1);
    wires.say({ type: "patch", version: 2, view: {} });
    expect(connection.pending.value.size).toBe(0);
    connection.close();
  });

  it("rejects with the refusal's code, message and remedy", async () => {
    const wires = new FakeWires();
    const connection = connect(wires);
    wires.welcome();
    const sent = connection.send(CARD);
    const refusal = { code: "wrong_phase", message: "Too late.", remedy: "Ask." };
    wires.say({ type: "refused", id: wires.commands[0], ...refusal });
    await expect(sent).rejects.toMatchObject(refusal);
    connection.close();
  });
});

describe("a command without an answer when the page is loaded anew", () => {
  it("is shown as pending and sent again with the same id", () => {
    const before = new FakeWires();
    const first = connect(before);
    before.welcome();
    void first.send(CARD);
    first.close();
    const after = new FakeWires();
    const second = connect(after);
    expect([...second.pending.value.values()]).toEqual([CARD]);
    after.welcome();
    expect(after.commands).toEqual(before.commands);
    after.say({ type: "ack", id: after.commands[0], version: 1 });
    second.close();
    expect(new Store().pending("C").size).toBe(0);
  });

  it("is told to the page where it is refused, for nobody waits for it any more", () => {
    new Store().keepPending("C", new Map([["old", CARD]]));
    const wires = new FakeWires();
    const connection = connect(wires);
    const told: Refused[] = [];
    connection.onStray = (refused) => told.push(refused);
    wires.welcome();
    wires.say({ type: "refused", id: "old", code: "wrong_phase", message: "", remedy: "" });
    expect(told.map(({ code }) => code)).toEqual(["wrong_phase"]);
    connection.close();
  });
});

it("tells what is new to who subscribes, all of one message at once", () => {
  const wires = new FakeWires();
  const connection = connect(wires);
  const seen: string[] = [];
  connection.view.subscribe((view) =>
    seen.push(`${view?.workshop.title}/${connection.role.value}`),
  );
  wires.welcome();
  expect(seen).toEqual(["undefined/observer", "Retro/participant"]);
  connection.close();
});
