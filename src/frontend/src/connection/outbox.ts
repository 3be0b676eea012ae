/** Commands from the tap until the view shows them. */

import type { Pending } from "../host";
import type { Command } from "../protocol";

interface Entry {
  readonly command: Command;
  /** The version that will show it, once it is acknowledged. */
  readonly shownAt?: number;
}

export class Outbox {
  private entries: ReadonlyMap<string, Entry>;

  constructor(kept: Pending = new Map()) {
    this.entries = new Map([...kept].map(([id, command]) => [id, { command }]));
  }

  /** Every command that the view does not show yet. */
  get pending(): Pending {
    return new Map([...this.entries].map(([id, { command }]) => [id, command]));
  }

  /** Those without an answer, oldest first: to be sent again on a new wire, and kept. */
  get unanswered(): Pending {
    const open = [...this.entries].filter(([, entry]) => entry.shownAt === undefined);
    return new Map(open.map(([id, { command }]) => [id, command]));
  }

  get settling(): boolean {
    return this.entries.size > this.unanswered.size;
  }

  add(id: string, command: Command): void {
    this.entries = new Map([...this.entries, [id, { command }]]);
  }

  acknowledge(id: string, version: number): void {
    const entry = this.entries.get(id);
    if (entry) this.entries = new Map([...this.entries, [id, { ...entry, shownAt: version }]]);
  }

  /** Takes a command out; answers with it, if it was there. */
  remove(id: string): Command | undefined {
    const command = this.entries.get(id)?.command;
    this.keep(([known]) => known !== id);
    return command;
  }

  /** Forgets what a view of this version shows. */
  shown(version: number): void {
    this.keep(([, { shownAt }]) => shownAt === undefined || shownAt > version);
  }

  private keep(test: (entry: [string, Entry]) => boolean): void {
    const kept = [...this.entries].filter(test);
    if (kept.length < this.entries.size) this.entries = new Map(kept);
  }
}
