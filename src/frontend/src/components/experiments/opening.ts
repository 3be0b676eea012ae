/** Opens a board for a test, and closes it after. */

import { afterEach, beforeEach } from "vitest";
import type { Host } from "../../host";
import { fakeHost, settle, type FakeHost } from "../fake-host";
import { mount } from ".";
import type { ExperimentsMe, ExperimentsView } from "./view";

export const LEADS = { role: "facilitator" } as const;
export const LOOKS = { role: "observer" } as const;

export function stage() {
  let el: HTMLElement;
  let end: () => void;
  beforeEach(() => document.body.append((el = document.createElement("div"))));
  afterEach(() => {
    end();
    el.remove();
  });
  return {
    get el() {
      return el;
    },
    text: () => (el.textContent ?? "").replace(/\u00a0/g, " "),
    async open(view: ExperimentsView, more: Partial<Host> = {}, me: ExperimentsMe = {}) {
      const host = fakeHost(view, more, more.role === "observer" ? {} : me);
      end = mount(el, host as never);
      await settle();
      return host;
    },
    /** Shows it to somebody else. */
    async again(view: ExperimentsView, more: Partial<Host> = {}, me: ExperimentsMe = {}) {
      end();
      return this.open(view, more, me);
    },
  };
}

export const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);

/** Chooses from the list under this label. */
export async function choose(root: ParentNode, label: string, value: string): Promise<void> {
  const labels = Array.from(root.querySelectorAll("label"));
  const id = labels.find((one) => one.textContent === label)!.htmlFor;
  const select = document.getElementById(id) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
}
