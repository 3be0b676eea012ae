/**
 * The contract between a page (join page, projector, widget) and a component.
 *
 * A component is an ES module that exports `mount`. It draws what `host.view` says and sends
 * commands; everything it shows of a person's own wishes before the room has agreed comes from
 * `host.pending`. It ends when its clean-up is called, and leaves nothing behind.
 */

import type { Command, JoinAddress, Role } from "./protocol";
import type { ActivityMe, ActivityView, Me, RoomView, Words } from "./view";

/** A value that changes. A Preact signal is one. `subscribe` calls at once, then on each change. */
export interface Live<T> {
  readonly value: T;
  subscribe(fn: (value: T) => void): () => void;
}

/** The room has kept the command; its effect is in every view from `version` on. */
export interface Ack {
  readonly id: string;
  readonly version: number;
}

/** The room has turned the command down: nothing changed. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy = "",
  ) {
    super(message);
    this.name = "Refused";
  }
}

/** By name, for another bundle's class of the same page is not ours. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && error.name === "Refused";
}

/** Commands on their way, by command id, oldest first. Draw them as done, and marked as pending. */
export type Pending = ReadonlyMap<string, Command>;

export interface Presence {
  readonly here: number;
  readonly ready: number;
}

/** Half-written text: survives phases, a change of language and a refresh, and never leaves this tab. */
export interface Drafts {
  read(name: string): string;
  /** The empty string forgets it. */
  write(name: string, text: string): void;
}

/** The kernel of the notebook that the page belongs to. */
export interface Kernel {
  /** Asks for what only Python can work out, by the name of the question. */
  ask(type: string): Asking;
}

export interface Asking {
  /** Rejects where the kernel could not answer, or did not for a long while. */
  readonly answer: Promise<unknown>;
  /** Gives up waiting. */
  cancel(): void;
}

/** How the page talks to the room: `comm` is a notebook's kernel alone, which phones cannot join. */
export type WireName = "socket" | "comm";

export interface Host<V extends ActivityView = ActivityView, M extends ActivityMe = ActivityMe> {
  /** The activity's id; "" for the lobby and the bar, which are about the whole room. */
  readonly id: string;
  readonly role: Role;
  readonly view: Live<V>;
  /** What is this person's own in the activity; an empty object while there is nothing. */
  readonly me: Live<M>;
  readonly room: Live<RoomView>;
  readonly person: Live<Me["person"]>;
  readonly presence: Live<Presence>;
  /** Commands to this activity on their way; for the lobby and the bar, all of them. */
  readonly pending: Live<Pending>;
  /** Where phones may join, if anywhere. */
  readonly join: Live<JoinAddress | undefined>;
  readonly wire: WireName;
  /** Where our server's pages begin, as this page reaches them; none over the comm. */
  readonly base?: string | undefined;
  /** This page leads by a ticket that was lent to it, which cannot be lent on. */
  readonly lent: boolean;
  /** For a widget in a notebook; pages of our server have none. */
  readonly kernel?: Kernel | undefined;
  readonly drafts: Drafts;
  /** Rejects with `Refused`. While offline it waits, and is sent when the room is back. */
  send(command: Command): Promise<Ack>;
  /** Screen words by key. `{n}` chooses the plural: key.one, key.other … */
  words(key: string, params?: Params): string;
  /** Authored words in this person's language, else in English, else in any. */
  text(words: Words | undefined): string;
  readonly lang: string;
  /** What a refusal means, in this person's language. */
  explain(refused: unknown): string;
  /** Says something to screen readers, politely. */
  announce(message: string): void;
  /** The server's clock, in ms. */
  now(): number;
}

export type Params = Readonly<Record<string, string | number>>;

export type Mount<V extends ActivityView = ActivityView, M extends ActivityMe = ActivityMe> = (
  el: HTMLElement,
  host: Host<V, M>,
) => () => void;

export interface Component {
  readonly mount: Mount<never, never>;
}

export type { ActivityMe, ActivityView, Command, JoinAddress, Role, RoomView, Words };
