import { expect, it, vi } from "vitest";
import { Refused } from "../../host";
import { click, ROOM, settle } from "../fake-host";
import { lent, REACHABLE, sent, stage } from "./stage";

const on = stage();

it("makes the join link, the QR code and the projector's link of the address that phones reach", async () => {
  await on.open(REACHABLE);
  const link = "http://192.168.1.20:8866/x/workshopkit/join/7F4K-QH2M";
  expect(on.el.querySelector(".qr")?.getAttribute("aria-label")).toBe(`QR code that opens ${link}`);
  expect(on.el.querySelector("input")?.value).toBe(link);
  expect(on.el.querySelector("a")?.href).toContain(
    "http://192.168.1.20:8866/x/workshopkit/screen/7F4K-QH2M",
  );
  expect(on.el.textContent).toContain("192.168.1.20:8866/x/workshopkit/");
});

it("shows no QR code that phones cannot reach, and says how to let them in", async () => {
  await on.open({ url: "http://localhost:8866/workshopkit/join/", reachable: false });
  expect(on.el.querySelector(".qr")).toBeNull();
  expect(on.el.textContent).toContain("Phones cannot reach this computer yet");
  expect(on.el.textContent).toContain("workshopkit serve --lan");
});

it("says plainly that phones cannot join a notebook alone", async () => {
  await on.open(undefined, { wire: "comm" });
  expect(on.el.querySelector(".qr")).toBeNull();
  expect(on.el.textContent).toContain("Phones cannot join this one");
});

it("copies the link, or selects it where there is no clipboard", async () => {
  await on.open(REACHABLE);
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  vi.stubGlobal("navigator", { clipboard });
  await click(on.el, "Copy link");
  expect(copied).toEqual([on.el.querySelector("input")!.value]);
  expect(on.el.textContent).toContain("Copied.");
  vi.stubGlobal("navigator", {});
  await click(on.el, "Copy link");
  expect(on.el.textContent).toContain("The link is selected.");
});

it("makes an item of the agenda live, and marks the one that is", async () => {
  const host = await on.open(REACHABLE);
  expect(on.el.querySelector("[aria-current=step]")?.textContent).toContain("Retro");
  await click(on.el, "Go to: One word");
  expect(sent(host)).toEqual([{ kind: "workshop.make_live", activity: "last" }]);
});

it("tells the facilitator who is here, and how many without a name", async () => {
  const host = await on.open(REACHABLE);
  const items = { a: { name: "Ada", perspective: "leaders" }, b: {}, c: {} };
  host.room.value = { ...ROOM, people: { count: 3, items } };
  await settle();
  expect(on.el.textContent).toContain("14 here now");
  expect(on.el.textContent).toContain("Ada");
  expect(on.el.textContent).toContain("and 2 without a name");
});

it("locks the door and finishes, asking once", async () => {
  const host = await on.open(REACHABLE);
  await click(on.el, "Lock the door");
  await click(on.el, "Finish the workshop");
  expect(sent(host)).toHaveLength(1);
  await click(on.el, "Finish");
  expect(sent(host)).toEqual([{ kind: "workshop.lock_door" }, { kind: "workshop.finish" }]);
});

it("lends the projector a ticket once for each tab, behind the #", async () => {
  const host = await on.open(REACHABLE);
  const [ticket] = lent(host, "screen");
  expect(ticket).toMatch(/^[0-9a-f]{64}$/);
  expect(on.el.querySelector("a")?.href).toMatch(new RegExp(`/screen/7F4K-QH2M#${ticket}$`));
  expect(host.drafts.read("screen")).toContain(ticket);
});

it("offers the projector's link also where no ticket could be lent", async () => {
  const send = vi.fn(() => Promise.reject(new Refused("too_many_tickets", "Too many.")));
  await on.open(REACHABLE, { send });
  expect(on.el.querySelector("a")?.href).toMatch(/\/screen\/7F4K-QH2M$/);
});

it("lends nothing over the comm or when all is over", async () => {
  const alone = await on.open(undefined, { wire: "comm" });
  expect(lent(alone, "screen")).toEqual([]);
  const over = { workshop: { ...ROOM.workshop, state: "finished" } } as const;
  expect(lent(await on.open(REACHABLE, {}, over), "screen")).toEqual([]);
});

it("renews the code, asking once; the links follow", async () => {
  const host = await on.open(REACHABLE);
  await click(on.el, "Renew the code");
  expect(sent(host)).toEqual([]);
  await click(on.el, "Renew the code");
  expect(sent(host)).toEqual([{ kind: "workshop.renew_code" }]);
  expect(host.said).toEqual(["There is a new code."]);
  host.room.value = { ...ROOM, workshop: { ...ROOM.workshop, code: "NEWC0DE1" } };
  await settle();
  expect(on.el.querySelector("input")?.value).toMatch(/\/join\/NEWC0DE1$/);
  expect(on.el.textContent).toContain("NEWC-0DE1");
});
