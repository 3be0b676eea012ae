/** A board on a page, for tests: opened as somebody, and cleared away after each test. */

import { afterEach, beforeEach } from "vitest";
import type { Host } from "../../host";
import { fakeHost, settle, type FakeHost } from "../fake-host";
import { ME } from "./fixtures";
import { mount } from ".";
import type { RetroMe, RetroView } from "./view";

export interface Stage {
  readonly el: HTMLElement;
  readonly text: string;
  open(view: RetroView, more?: Partial<Host>, me?: RetroMe): Promise<FakeHost>;
  close(): void;
}

export function stage(): Stage {
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
    get text() {
      return el.textContent ?? "";
    },
    open: async (view, more = {}, me = more.role === "observer" ? {} : ME) => {
      const host = fakeHost(view, more, me);
      end = mount(el, host as never);
      await settle();
      return host;
    },
    close: () => end(),
  };
}

export const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
