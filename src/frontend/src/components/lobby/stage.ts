/** The lobby under test, on a page of its own. */

import { afterEach, beforeEach, vi } from "vitest";
import type { Command, Host, JoinAddress } from "../../host";
import type { RoomView } from "../../view";
import { fakeHost, ROOM, settle, type FakeHost } from "../fake-host";
import { mount } from ".";

export const REACHABLE = { url: "http://192.168.1.20:8866/x/workshopkit/join/", reachable: true };

export interface Stage {
  readonly el: HTMLElement;
  open(join?: JoinAddress, more?: Partial<Host>, room?: Partial<RoomView>): Promise<FakeHost>;
}

export function stage(): Stage {
  let el: HTMLElement;
  let end: () => void;
  beforeEach(() => document.body.append((el = document.createElement("div"))));
  afterEach(() => {
    end();
    el.remove();
    vi.unstubAllGlobals();
  });
  return {
    get el() {
      return el;
    },
    open: async (join, more = {}, room = {}) => {
      const host = fakeHost({}, { id: "", role: "facilitator", ...more });
      host.join.value = join;
      host.room.value = { ...ROOM, ...room };
      end = mount(el, host as never);
      await settle();
      return host;
    },
  };
}

/** What the facilitator wished: the projector's ticket is lent without her. */
export function sent(host: FakeHost): Command[] {
  const all = host.send.mock.calls.map(([command]) => command);
  return all.filter((command) => command["purpose"] !== "screen");
}

export function lent(host: FakeHost, purpose: string): string[] {
  const all = host.send.mock.calls.map(([command]) => command);
  return all.filter((one) => one["purpose"] === purpose).map((one) => String(one["ticket"]));
}
