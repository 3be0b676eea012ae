/** A page for components under test: what it shows can be changed, what they wish is kept. */

import { signal } from "@preact/signals";
import { vi } from "vitest";
import en from "../../../../data/words/en.json";
import { Refused, type Command, type Host, type JoinAddress, type Pending } from "../host";
import type { ActivityView, Listing, RoomView } from "../view";
import { authored, makeWords } from "../words";

export function listing<T>(items: Record<string, T>): Listing<T> {
  return { order: Object.keys(items), items };
}

export const ROOM: RoomView = {
  workshop: {
    id: "w",
    title: "Sprint 12",
    team: "Benefits",
    code: "7F4K-QH2M",
    state: "open",
    door: "open",
    live: "board",
    perspectives: [],
  },
  agenda: listing({
    board: { kind: "retro", key: "retro", title: { en: "Retro" }, phase: "write" },
    last: { kind: "poll", key: "poll", title: { en: "One word" }, phase: "answer" },
  }),
  activities: {},
  actions: listing({}),
  carried: listing({}),
  reviews: { order: [], items: {} },
  people: { count: 3 },
};

export type FakeHost = ReturnType<typeof fakeHost>;

export function fakeHost(view: object, more: Partial<Host> = {}, me: object = {}) {
  const drafts = new Map<string, string>();
  const said: string[] = [];
  const send = vi.fn(async (command: Command) => ({ id: String(command.kind), version: 1 }));
  const host = {
    id: "board",
    role: "participant" as Host["role"],
    view: signal(view as ActivityView),
    me: signal(me as Record<string, unknown>),
    room: signal(ROOM),
    person: signal(undefined),
    presence: signal({ here: 14, ready: 9 }),
    pending: signal<Pending>(new Map()),
    join: signal<JoinAddress | undefined>(undefined),
    wire: "socket" as Host["wire"],
    base: undefined as Host["base"],
    lent: false,
    kernel: undefined as Host["kernel"],
    drafts: {
      read: (name: string) => drafts.get(name) ?? "",
      write: (name: string, text: string) => void drafts.set(name, text),
    },
    send,
    words: makeWords("en", en),
    text: (words: Parameters<Host["text"]>[0]) => authored(words, "en"),
    lang: "en",
    explain: (refused: unknown) => (refused instanceof Refused ? refused.message : "?"),
    announce: (message: string) => void said.push(message),
    now: () => Date.parse("2026-01-01T10:00:00.000Z"),
    said,
  };
  return { ...host, ...more } as typeof host;
}

/** Lets drawings, promises and focus settle. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** The one control of this accessible name. */
export function named(root: ParentNode, name: string): HTMLElement {
  const all = Array.from(root.querySelectorAll<HTMLElement>("button, a, summary, input, textarea"));
  const found = all.filter((one) => nameOf(one) === name);
  if (found.length !== 1)
    throw new Error(`${found.length} of ${name}: ${all.map(nameOf).join(" | ")}`);
  return found[0]!;
}

function nameOf(control: HTMLElement): string {
  const label = control.id
    ? document.querySelector(`label[for="${control.id}"]`)
    : control.closest("label");
  const text =
    control.getAttribute("aria-label") ?? label?.textContent ?? control.textContent ?? "";
  return text.replace(/\s+/g, " ").trim();
}

export async function click(root: ParentNode, name: string): Promise<void> {
  named(root, name).click();
  await settle();
}

export async function type(field: HTMLElement, text: string): Promise<void> {
  const area = field as HTMLTextAreaElement | HTMLInputElement;
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

export async function press(element: Element, key: string): Promise<void> {
  element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await settle();
}
