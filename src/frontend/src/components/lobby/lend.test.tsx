import { describe, expect, it, vi } from "vitest";
import { Refused } from "../../host";
import { click, named, ROOM, settle } from "../fake-host";
import { lent, REACHABLE, sent, stage } from "./stage";

const on = stage();
const field = () => named(on.el, "Link to lead") as HTMLInputElement;

describe("leading from another device", () => {
  it("shows a link only when asked for, with a key that this browser made, and hides it again", async () => {
    const host = await on.open(REACHABLE);
    expect(on.el.querySelectorAll(".qr")).toHaveLength(1);
    await click(on.el, "Show a link to lead");
    const [key] = lent(host, "lead");
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(field().value).toBe(`http://192.168.1.20:8866/x/workshopkit/lead/7F4K-QH2M#${key}`);
    expect(on.el.querySelectorAll(".qr")).toHaveLength(2);
    expect(on.el.textContent).toContain("Do not show it on the projector.");
    await click(on.el, "Hide the link");
    expect(on.el.innerHTML).not.toContain(key);
  });

  it("makes another key each time", async () => {
    const host = await on.open(REACHABLE);
    for (let n = 0; n < 2; n += 1) {
      await click(on.el, "Show a link to lead");
      await click(on.el, "Hide the link");
    }
    expect(new Set(lent(host, "lead")).size).toBe(2);
  });

  it("shows no link that the room has not taken", async () => {
    const host = await on.open(REACHABLE);
    host.send.mockRejectedValueOnce(new Refused("too_many_tickets", "Too many links."));
    await click(on.el, "Show a link to lead");
    expect(on.el.querySelectorAll(".qr")).toHaveLength(1);
    expect(on.el.querySelector("[role=alert]")?.textContent).toContain("Too many links.");
  });

  it("counts the links that are live, and ends them all, asking once", async () => {
    const host = await on.open(REACHABLE, {}, { leads: 2 });
    expect(on.el.textContent).toContain("2 links to lead are live");
    await click(on.el, "End all links to lead");
    expect(sent(host)).toEqual([]);
    await click(on.el, "End them");
    expect(sent(host)).toEqual([{ kind: "workshop.recall_tickets", purpose: "lead" }]);
    host.room.value = { ...host.room.value, leads: 0 };
    await settle();
    expect(on.el.textContent).not.toContain("End all");
  });

  it("can still be ended when all is over, and not be begun", async () => {
    const over = { workshop: { ...ROOM.workshop, state: "finished" }, leads: 1 } as const;
    await on.open(REACHABLE, {}, over);
    expect(on.el.textContent).toContain("End all links to lead");
    expect(on.el.textContent).not.toContain("Show a link to lead");
  });

  it.each([
    ["where it was lent itself", REACHABLE, { lent: true }],
    ["where phones cannot come", { reachable: false }, {}],
    ["in a notebook alone", undefined, { wire: "comm" as const }],
    ["for who only looks", REACHABLE, { role: "observer" as const }],
  ])("is not offered %s", async (_where, join, more) => {
    const send = vi.fn(async () => ({ id: "1", version: 1 }));
    await on.open(join, { ...more, send });
    expect(on.el.textContent).not.toContain("Lead from another device");
  });
});
