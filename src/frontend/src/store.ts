/**
 * What a browser keeps: the person's secret per workshop, language and name for good; pending
 * commands and drafts for this tab. Where storage is blocked it falls back to memory, and says so.
 */

import type { Command } from "./protocol";
import type { Drafts, Pending } from "./host";
import { randomHex } from "./ids";

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "workshopkit";
const SECRET = /^[0-9a-f]{64}$/;

export class Store {
  /** False where the browser keeps nothing: a refresh then makes a new person. */
  readonly lasts: boolean;
  private readonly forGood: Storage;
  private readonly forTab: Storage;

  constructor(forGood = usable(() => localStorage), forTab = usable(() => sessionStorage)) {
    this.lasts = forGood !== undefined;
    this.forGood = forGood ?? inMemory();
    this.forTab = forTab ?? inMemory();
  }

  /** This person's 256 random bits for one workshop, found by its id or its code, else made. */
  secret(code: string, id = ""): string {
    const names = [id, code].filter(Boolean).map((of) => `secret.${of}`);
    const kept = names.map((name) => this.keeps(name)).find((value) => SECRET.test(value ?? ""));
    const secret = kept ?? randomHex(256);
    this.adopt(secret, code, id);
    return secret;
  }

  /** Makes a secret this person's own for a workshop, in place of any that was there. */
  adopt(secret: string, code: string, id = ""): void {
    for (const of of [id, code].filter(Boolean)) this.keep(`secret.${of}`, secret);
  }

  /** Whether this browser took part in a workshop, known by its code or its id. */
  joined(of: string): boolean {
    return this.keeps(`joined.${of}`) === "yes";
  }

  join(...of: readonly string[]): void {
    for (const one of of) this.keep(`joined.${one}`, "yes");
  }

  keeps(name: string): string | null {
    return this.forGood.getItem(`${PREFIX}.${name}`);
  }

  keep(name: string, value: string): void {
    write(this.forGood, `${PREFIX}.${name}`, value);
  }

  /** A right that came with this tab, and goes with it. */
  right(name: string): string | undefined {
    const kept = this.forTab.getItem(`${PREFIX}.right.${name}`) ?? "";
    return SECRET.test(kept) ? kept : undefined;
  }

  /** The empty string forgets it. */
  keepRight(name: string, right: string): void {
    write(this.forTab, `${PREFIX}.right.${name}`, right);
  }

  /** Commands that wait for their acknowledgement, kept so that a refresh loses none. */
  pending(scope: string): Map<string, Command> {
    try {
      const kept: unknown = JSON.parse(this.forTab.getItem(`${PREFIX}.pending.${scope}`) ?? "[]");
      return new Map(kept as Array<[string, Command]>);
    } catch {
      return new Map();
    }
  }

  keepPending(scope: string, pending: Pending): void {
    const text = pending.size > 0 ? JSON.stringify([...pending]) : "";
    write(this.forTab, `${PREFIX}.pending.${scope}`, text);
  }

  /** Half-written text of one activity in this tab. */
  drafts(scope: string): Drafts {
    const key = (name: string): string => `${PREFIX}.draft.${scope}.${name}`;
    return {
      read: (name) => this.forTab.getItem(key(name)) ?? "",
      write: (name, text) => write(this.forTab, key(name), text),
    };
  }
}

/** Storage that may be full or blocked from now on: then the page goes on without. */
function write(storage: Storage, key: string, text: string): void {
  try {
    if (text) storage.setItem(key, text);
    else storage.removeItem(key);
  } catch {
    return;
  }
}

function usable(find: () => Storage): Storage | undefined {
  try {
    const storage = find();
    storage.setItem(`${PREFIX}.probe`, "1");
    storage.removeItem(`${PREFIX}.probe`);
    return storage;
  } catch {
    return undefined;
  }
}

function inMemory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
