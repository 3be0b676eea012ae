/**
 * The browser's side of the protocol without any IO: each method takes one input and returns what
 * to do. A shell opens wires, rings alarms and shows `state`, `view`, `me` …
 */

import type { Pending, Presence } from "../host";
import { mergePatch } from "../merge";
import {
  CLOSE_CODES,
  type Command,
  type FromClient,
  type FromServer,
  type Hello,
  type JoinAddress,
  type RefusedMessage,
  type Role,
  type Welcome,
} from "../protocol";
import type { Me, RoomView } from "../view";
import { backoff } from "./backoff";
import { Outbox } from "./outbox";
import { assertNever, type Alarm, type Effect, type Refusal, type State } from "./state";

const WELCOME_MS = 10_000;
const ANSWER_MS = 15_000;
const SETTLE_MS = 2_000;
/** After so long in a pocket a socket may be dead without knowing it. */
const ASLEEP_MS = 30_000;

const FATAL_CLOSES: ReadonlySet<number> = new Set(Object.values(CLOSE_CODES));
/** Refusals of a whole session; a proxy may have eaten the close code that goes with them. */
const FATAL_CODES: ReadonlySet<string> = new Set([
  "wrong_code",
  "code_renewed",
  "wrong_ticket",
  "wrong_protocol",
  "door_locked",
  "bad_hello",
  "removed",
]);
const NO_REASON: Refusal = { code: "closed", message: "", remedy: "" };
const FINISHED: Refusal = { code: "finished", message: "", remedy: "" };

export interface CoreOptions {
  readonly hello: () => Hello;
  /** Commands that an earlier page left without an answer. */
  readonly kept?: Pending;
  readonly random?: () => number;
}

export class Core {
  state: State = { name: "connecting" };
  role: Role = "observer";
  view: RoomView | undefined;
  me: Me = { activities: {} };
  presence: Presence = { here: 0, ready: 0 };
  join: JoinAddress | undefined;
  ready = false;
  /** The server's clock less ours, in ms. */
  clockOffset = 0;

  private version = -1;
  private attempt = 0;
  private wired = false;
  private welcomed = false;
  private step = "";
  private lastRefusal: Refusal | undefined;
  private readonly outbox: Outbox;
  private readonly random: () => number;

  constructor(private readonly options: CoreOptions) {
    this.outbox = new Outbox(options.kept);
    this.random = options.random ?? Math.random;
  }

  get pending(): Pending {
    return this.outbox.pending;
  }

  get unanswered(): Pending {
    return this.outbox.unanswered;
  }

  start(): Effect[] {
    return this.open();
  }

  /** The wire is there. */
  opened(): Effect[] {
    return [transmit(this.options.hello())];
  }

  /** A message came, at `now` by our clock. */
  received(text: string, now: number): Effect[] {
    const message = JSON.parse(text) as FromServer;
    if (this.state.name === "offline") this.settleState();
    switch (message.type) {
      case "welcome":
        return this.welcome(message, now);
      case "ack":
        return this.acknowledged(message.id, message.version);
      case "refused":
        return this.refused(message);
      case "patch":
        this.view = mergePatch(this.view, message.view) as RoomView;
        return this.reached(message.version);
      case "me":
        this.me = mergePatch(this.me, message.me) as Me;
        return this.reached(message.version);
      case "presence":
        this.presence = { here: message.here, ready: message.ready };
        return [];
      default:
        return assertNever(message);
    }
  }

  /** The wire is gone, by no wish of ours. */
  closed(code: number): Effect[] {
    const refusal = this.lastRefusal;
    this.unwire();
    if (this.over) return this.refuseAll(FINISHED);
    if (FATAL_CLOSES.has(code) || FATAL_CODES.has(refusal?.code ?? "")) {
      return this.giveUp(refusal ?? NO_REASON);
    }
    return this.later();
  }

  rang(alarm: Alarm): Effect[] {
    switch (alarm) {
      case "retry":
        return this.open();
      case "welcome":
        return this.welcomed ? [] : [...this.hangUp(), ...this.later()];
      case "answer":
        return this.outbox.unanswered.size > 0 ? this.again() : [];
      case "settle":
        // Without a wire nothing new can come: the next welcome tells.
        if (this.welcomed) this.outbox.shown(Infinity);
        return [];
      default:
        return assertNever(alarm);
    }
  }

  /** The device has a network again: a wire from before is not to be trusted. */
  online(): Effect[] {
    return this.again();
  }

  /** The device says it has no network. It may be wrong, so a wire that stands is kept. */
  offline(): Effect[] {
    if (!this.over) this.state = { name: "offline" };
    return [];
  }

  /** The page is seen again after `away` ms. */
  woke(away: number): Effect[] {
    return !this.welcomed || away > ASLEEP_MS ? this.again() : [];
  }

  /** Sends a command, or keeps it until there is somebody to send it to. */
  send(id: string, command: Command): Effect[] {
    if (this.state.name === "refused") {
      return [{ do: "refuse", id, refusal: this.state.refusal, command }];
    }
    if (this.over && !this.wired) return [{ do: "refuse", id, refusal: FINISHED, command }];
    this.outbox.add(id, command);
    return this.welcomed ? [transmit({ type: "command", id, command }), answerAlarm] : [];
  }

  /** "I'm done": said again on each new wire. */
  markReady(ready: boolean): Effect[] {
    this.ready = ready;
    return this.welcomed ? [transmit({ type: "ready", ready })] : [];
  }

  /** A new wire at once; also after a refusal, where its reason may be gone. */
  renew(): Effect[] {
    if (this.state.name === "refused") this.state = this.waiting;
    return this.again();
  }

  stop(): Effect[] {
    const alarms: Alarm[] = ["retry", "welcome", "answer", "settle"];
    return [...this.hangUp(), ...alarms.map((alarm): Effect => ({ do: "clear", alarm }))];
  }

  private get over(): boolean {
    return this.state.name === "refused" || this.state.name === "finished";
  }

  private open(): Effect[] {
    if (this.wired || this.over) return [];
    this.wired = true;
    return [
      { do: "clear", alarm: "retry" },
      { do: "open" },
      { do: "set", alarm: "welcome", ms: WELCOME_MS },
    ];
  }

  /** A new wire at once, in place of the one there may be. */
  private again(): Effect[] {
    if (this.over) return [];
    this.state = this.view ? { name: "reconnecting", attempt: this.attempt } : this.waiting;
    return [...this.hangUp(), ...this.open()];
  }

  private later(): Effect[] {
    this.attempt += 1;
    if (this.state.name !== "offline") this.state = this.waiting;
    return [{ do: "set", alarm: "retry", ms: backoff(this.attempt, this.random()) }];
  }

  private get waiting(): State {
    const fresh = this.attempt === 0 && !this.view;
    return fresh ? { name: "connecting" } : { name: "reconnecting", attempt: this.attempt };
  }

  private hangUp(): Effect[] {
    const wired = this.wired;
    this.unwire();
    return wired ? [{ do: "close" }] : [];
  }

  private unwire(): void {
    this.wired = false;
    this.welcomed = false;
    this.lastRefusal = undefined;
  }

  private welcome(message: Welcome, now: number): Effect[] {
    const first = !this.welcomed;
    this.welcomed = true;
    this.attempt = 0;
    this.role = message.role;
    this.view = message.view as RoomView;
    this.me = message.me as Me;
    this.join = message.join;
    this.version = message.version;
    this.clockOffset = Date.parse(message.now) - now;
    const effects = this.reached(message.version);
    return first ? [{ do: "clear", alarm: "welcome" }, ...effects, ...this.repeat()] : effects;
  }

  /** What a new wire has not heard yet. */
  private repeat(): Effect[] {
    const waiting = [...this.outbox.unanswered];
    const commands = waiting.map(([id, command]) => transmit({ type: "command", id, command }));
    const ready = this.ready ? [transmit({ type: "ready", ready: true })] : [];
    return [...ready, ...commands, ...(commands.length > 0 ? [answerAlarm] : [])];
  }

  private acknowledged(id: string, version: number): Effect[] {
    this.outbox.acknowledge(id, version);
    this.outbox.shown(this.version);
    return [
      { do: "acknowledge", ack: { id, version } },
      ...this.answered(),
      // A command that changes nothing in this role's view may bring no patch at all.
      ...(this.outbox.settling ? [settleAlarm] : []),
    ];
  }

  private refused(message: RefusedMessage): Effect[] {
    const { id, code, message: text, remedy } = message;
    const refusal: Refusal = { code, message: text, remedy };
    if (id === undefined) {
      this.lastRefusal = refusal;
      return [];
    }
    const command = this.outbox.remove(id);
    return command ? [{ do: "refuse", id, refusal, command }, ...this.answered()] : [];
  }

  private answered(): Effect[] {
    const waits = this.outbox.unanswered.size > 0;
    return [waits ? answerAlarm : { do: "clear", alarm: "answer" }];
  }

  private reached(version: number): Effect[] {
    this.lastRefusal = undefined;
    this.version = Math.max(this.version, version);
    this.outbox.shown(this.version);
    this.forgetReady();
    this.settleState();
    return [];
  }

  /** The next phase begins with nobody done: the server forgets it too. */
  private forgetReady(): void {
    const live = this.view?.workshop.live ?? "";
    const step = `${live}/${this.view?.agenda.items[live]?.phase}`;
    if (step !== this.step) this.ready = false;
    this.step = step;
  }

  private settleState(): void {
    const finished = this.view?.workshop.state === "finished";
    if (this.welcomed) this.state = { name: finished ? "finished" : "open" };
  }

  private giveUp(refusal: Refusal): Effect[] {
    this.state = { name: "refused", refusal };
    return this.refuseAll(refusal);
  }

  private refuseAll(refusal: Refusal): Effect[] {
    const waiting = [...this.outbox.unanswered];
    for (const [id] of waiting) this.outbox.remove(id);
    return [
      { do: "clear", alarm: "welcome" },
      { do: "clear", alarm: "answer" },
      ...waiting.map(([id, command]): Effect => ({ do: "refuse", id, refusal, command })),
    ];
  }
}

const answerAlarm: Effect = { do: "set", alarm: "answer", ms: ANSWER_MS };
const settleAlarm: Effect = { do: "set", alarm: "settle", ms: SETTLE_MS };

function transmit(message: FromClient): Effect {
  return { do: "transmit", text: JSON.stringify(message) };
}
