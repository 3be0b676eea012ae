/** The shell around the core: opens wires, rings alarms, keeps promises, publishes live values. */

import { batch, signal } from "@preact/signals";
import { Refused, type Ack, type Pending, type Presence, type WireName } from "../host";
import { randomHex } from "../ids";
import type { Command, Hello, JoinAddress, Role } from "../protocol";
import type { Store } from "../store";
import type { Me, RoomView } from "../view";
import { Core } from "./core";
import { watchDevice } from "./device";
import { assertNever, type Alarm, type Effect, type Refusal, type State } from "./state";
import type { OpenWire, Wire } from "./wires";

export interface ConnectionOptions {
  readonly open: OpenWire;
  readonly wire: WireName;
  readonly hello: () => Hello;
  readonly store: Store;
  /** Names what this tab keeps of its pending commands. */
  readonly scope: string;
}

interface Waiting {
  resolve(ack: Ack): void;
  reject(refused: Refused): void;
}

/** A command that nobody waits for any more was turned down: it was sent before a refresh. */
export type OnStray = (refused: Refused, command: Command) => void;

export class Connection {
  readonly state = signal<State>({ name: "connecting" });
  readonly view = signal<RoomView | undefined>(undefined);
  readonly me = signal<Me>({ activities: {} });
  readonly role = signal<Role>("observer");
  readonly presence = signal<Presence>({ here: 0, ready: 0 });
  readonly pending = signal<Pending>(new Map());
  readonly join = signal<JoinAddress | undefined>(undefined);
  /** "I'm done": true from the tap until the phase moves on. */
  readonly ready = signal(false);
  readonly wireName: WireName;
  readonly scope: string;
  onStray: OnStray = () => undefined;

  private readonly core: Core;
  private wire: Wire | undefined;
  private readonly alarms = new Map<Alarm, ReturnType<typeof setTimeout>>();
  private readonly promises = new Map<string, Waiting>();
  private readonly unwatch: () => void;
  private kept = "";

  constructor(private readonly options: ConnectionOptions) {
    this.wireName = options.wire;
    this.scope = options.scope;
    const kept = options.store.pending(options.scope);
    this.core = new Core({ hello: options.hello, kept });
    this.unwatch = watchDevice({
      online: () => this.run(this.core.online()),
      offline: () => this.run(this.core.offline()),
      woke: (away) => this.run(this.core.woke(away)),
    });
    this.run(this.core.start());
  }

  send(command: Command): Promise<Ack> {
    const id = randomHex(128);
    return new Promise((resolve, reject) => {
      this.promises.set(id, { resolve, reject });
      this.run(this.core.send(id, command));
    });
  }

  markReady(ready: boolean): void {
    this.run(this.core.markReady(ready));
  }

  /** A new wire at once: with a new ticket, or another comm. */
  renew(): void {
    this.run(this.core.renew());
  }

  /** The server's clock, in ms. */
  now(): number {
    return Date.now() + this.core.clockOffset;
  }

  close(): void {
    this.unwatch();
    this.run(this.core.stop());
  }

  private run(effects: readonly Effect[]): void {
    for (const effect of effects) this.perform(effect);
    this.publish();
  }

  private perform(effect: Effect): void {
    switch (effect.do) {
      case "open":
        return this.open();
      case "close":
        this.wire?.close();
        this.wire = undefined;
        return;
      case "transmit":
        return this.wire?.send(effect.text);
      case "set":
        return this.set(effect.alarm, effect.ms);
      case "clear":
        return clearTimeout(this.alarms.get(effect.alarm));
      case "acknowledge":
        this.promises.get(effect.ack.id)?.resolve(effect.ack);
        this.promises.delete(effect.ack.id);
        return;
      case "refuse":
        return this.refuse(effect.id, effect.refusal, effect.command);
      default:
        return assertNever(effect);
    }
  }

  private open(): void {
    this.wire = this.options.open({
      opened: () => this.run(this.core.opened()),
      message: (text) => this.run(this.core.received(text, Date.now())),
      closed: (code) => {
        this.wire = undefined;
        this.run(this.core.closed(code));
      },
    });
  }

  private set(alarm: Alarm, ms: number): void {
    clearTimeout(this.alarms.get(alarm));
    const ring = (): void => this.run(this.core.rang(alarm));
    this.alarms.set(alarm, setTimeout(ring, ms));
  }

  private refuse(id: string, { code, message, remedy }: Refusal, command: Command): void {
    const refused = new Refused(code, message, remedy);
    const waiting = this.promises.get(id);
    this.promises.delete(id);
    if (waiting) waiting.reject(refused);
    else this.onStray(refused, command);
  }

  private publish(): void {
    const { core } = this;
    batch(() => {
      this.view.value = core.view;
      this.me.value = core.me;
      this.role.value = core.role;
      this.presence.value = core.presence;
      this.join.value = core.join;
      this.ready.value = core.ready;
      this.state.value = core.state;
      this.publishPending();
    });
  }

  /** Only where it changed: most messages leave it as it is. */
  private publishPending(): void {
    const { pending, unanswered } = this.core;
    const before = this.pending.value;
    const same = pending.size === before.size && [...pending.keys()].every((id) => before.has(id));
    if (!same) this.pending.value = pending;
    const ids = [...unanswered.keys()].join();
    if (ids !== this.kept) this.options.store.keepPending(this.options.scope, unanswered);
    this.kept = ids;
  }
}
