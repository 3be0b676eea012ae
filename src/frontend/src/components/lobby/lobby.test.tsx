import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Host } from "../../host";
import { click, fakeHost, ROOM, settle } from "../fake-host";
import { linksOf, screenLink } from "./link";
import { mount } from ".";

const REACHABLE = { url: "http://192.168.1.20:8866/x/workshopkit/join/", reachable: true };

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
  vi.unstubAllGlobals();
});

async function open(join: typeof REACHABLE | undefined, more: Partial<Host> = {}) {
  const host = fakeHost({}, { id: "", role: "facilitator", ...more });
  host.join.value = join;
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: Awaited<ReturnType<typeof open>>) =>
  host.send.mock.calls.map(([command]) => command);

it("makes the join link, the QR code and the projector's link of the address that phones reach", async () => {
  await open(REACHABLE);
  const link = "http://192.168.1.20:8866/x/workshopkit/join/7F4K-QH2M";
  expect(el.querySelector(".qr")?.getAttribute("aria-label")).toBe(`QR code that opens ${link}`);
  expect(el.querySelector("input")?.value).toBe(link);
  expect(el.querySelector("a")?.href).toBe(
    "http://192.168.1.20:8866/x/workshopkit/screen/7F4K-QH2M",
  );
  expect(el.textContent).toContain("192.168.1.20:8866/x/workshopkit/");
});

it("shows no QR code that phones cannot reach, and says how to let them in", async () => {
  await open({ url: "http://localhost:8866/workshopkit/join/", reachable: false });
  expect(el.querySelector(".qr")).toBeNull();
  expect(el.textContent).toContain("Phones cannot reach this computer yet");
  expect(el.textContent).toContain("workshopkit serve --lan");
});

it("says plainly that phones cannot join a notebook alone", async () => {
  await open(undefined, { wire: "comm" });
  expect(el.querySelector(".qr")).toBeNull();
  expect(el.textContent).toContain("Phones cannot join this one");
});

it("copies the link, or selects it where there is no clipboard", async () => {
  await open(REACHABLE);
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  vi.stubGlobal("navigator", { clipboard });
  await click(el, "Copy link");
  expect(copied).toEqual([el.querySelector("input")!.value]);
  expect(el.textContent).toContain("Copied.");
  vi.stubGlobal("navigator", {});
  await click(el, "Copy link");
  expect(el.textContent).toContain("The link is selected.");
});

it("makes an item of the agenda live, and marks the one that is", async () => {
  const host = await open(REACHABLE);
  expect(el.querySelector("[aria-current=step]")?.textContent).toContain("Retro");
  await click(el, "Go to: One word");
  expect(sent(host)).toEqual([{ kind: "workshop.make_live", activity: "last" }]);
});

it("tells the facilitator who is here, and how many without a name", async () => {
  const host = await open(REACHABLE);
  const items = { a: { name: "Ada", perspective: "leaders" }, b: {}, c: {} };
  host.room.value = { ...ROOM, people: { count: 3, items } };
  await settle();
  expect(el.textContent).toContain("14 here now");
  expect(el.textContent).toContain("Ada");
  expect(el.textContent).toContain("and 2 without a name");
});

it("locks the door and finishes, asking once", async () => {
  const host = await open(REACHABLE);
  await click(el, "Lock the door");
  await click(el, "Finish the workshop");
  expect(sent(host)).toHaveLength(1);
  await click(el, "Finish");
  expect(sent(host)).toEqual([{ kind: "workshop.lock_door" }, { kind: "workshop.finish" }]);
});

it("has no link without an address", () => {
  expect(linksOf(undefined, "X")).toBeUndefined();
  expect(linksOf({ reachable: false }, "X")).toBeUndefined();
});

it("links to the projector screen on this computer even where phones cannot reach it", () => {
  expect(screenLink({ reachable: false }, "X", "/hub/ada/")).toBe("/hub/ada/workshopkit/screen/X");
  expect(screenLink(undefined, "X", undefined)).toBeUndefined();
});
