import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "../../host";
import type { RoomView } from "../../view";
import { click, fakeHost, named, press, ROOM, settle, type } from "../fake-host";
import { board } from "../retro/fixtures";
import { nextStep } from "./live";
import { mount } from ".";

const room = (phase: string, more: Partial<RoomView> = {}): RoomView => ({
  ...ROOM,
  activities: { board: board(phase) },
  ...more,
});

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(shown: RoomView) {
  const host = fakeHost({}, { id: "", role: "facilitator" });
  host.room.value = shown;
  end = mount(el, host as never);
  await settle();
  return host;
}

describe("the phases", () => {
  it("mark the present one, and go to any other", async () => {
    const host = await open(room("discuss"));
    expect(el.querySelector("[aria-current=step]")?.textContent).toBe("Discuss");
    await click(el, "Vote");
    await click(el, "Next: act");
    expect(host.send.mock.calls.map(([command]) => command)).toEqual([
      { kind: "retro.move_phase", activity: "board", phase: "vote" },
      { kind: "retro.move_phase", activity: "board", phase: "act" },
    ]);
  });

  it("ask once before cards are revealed; the answer that changes nothing has the focus", async () => {
    const host = await open(room("write"));
    named(el, "Next: group").focus();
    await click(el, "Next: group");
    expect(el.querySelector("[role=alertdialog]")?.textContent).toContain("It cannot be undone.");
    expect(document.activeElement?.textContent).toBe("Not yet");
    await press(document.activeElement!, "Escape");
    expect(document.activeElement).toBe(named(el, "Next: group"));
    expect(host.send).not.toHaveBeenCalled();
    await click(el, "Next: group");
    await click(el, "Reveal the cards");
    expect(host.send).toHaveBeenCalledWith({
      kind: "retro.move_phase",
      activity: "board",
      phase: "group",
    });
    expect(el.querySelector("[role=alertdialog]")).toBeNull();
  });

  it("show a refusal in the bar", async () => {
    const host = await open(room("vote"));
    host.send.mockRejectedValueOnce(new Refused("not_allowed", "You cannot do that."));
    await click(el, "Next: discuss");
    expect(el.querySelector("[role=alert]")?.textContent).toContain("You cannot do that.");
  });
});

describe("what comes next", () => {
  it("is the next item after the last phase, and nothing after the last item", () => {
    expect(nextStep(room("act"))).toEqual({ kind: "item", id: "last", title: { en: "One word" } });
    const workshop = { ...ROOM.workshop, live: "last" };
    const last = { ...board("act"), kind: "poll" };
    expect(nextStep(room("act", { workshop, activities: { last } }))).toBeUndefined();
  });

  it("is the first item before anything is live", () => {
    const { live: _live, ...workshop } = ROOM.workshop;
    expect(nextStep(room("write", { workshop }))).toMatchObject({ id: "board" });
  });
});

describe("the timer", () => {
  it("starts with whole minutes and refuses none", async () => {
    const host = await open(room("write"));
    await type(named(el, "Minutes"), "0");
    await click(el, "Start timer");
    expect(host.send).not.toHaveBeenCalled();
    await type(named(el, "Minutes"), "8");
    await click(el, "Start timer");
    expect(host.send).toHaveBeenCalledWith({ kind: "workshop.start_timer", seconds: 480 });
  });

  it("offers what the phase usually takes, and keeps what was typed for this phase", async () => {
    const at = (phase: string) => {
      const view = { ...board(phase), minutes: { write: 8, vote: 4 } };
      return room(phase, { activities: { board: view } });
    };
    const host = await open(at("write"));
    const field = () => named(el, "Minutes") as HTMLInputElement;
    expect(field().value).toBe("8");
    await type(field(), "12");
    host.room.value = { ...at("write"), people: { count: 4 } };
    await settle();
    expect(field().value).toBe("12");
    host.room.value = at("vote");
    await settle();
    expect(field().value).toBe("4");
    await click(el, "Start timer");
    expect(host.send).toHaveBeenCalledWith({ kind: "workshop.start_timer", seconds: 240 });
    host.room.value = at("act");
    await settle();
    expect(field().value).toBe("5");
  });

  it("tells the time left by the server's clock, and can be paused, lengthened and stopped", async () => {
    const host = await open(room("write", { timer: { ends: "2026-01-01T10:06:05.000Z" } }));
    expect(el.querySelector("[role=timer]")?.textContent).toContain("6:05");
    await click(el, "Pause");
    await click(el, "+1 minute");
    await click(el, "Stop the timer");
    expect(host.send.mock.calls.map(([command]) => command)).toEqual([
      { kind: "workshop.pause_timer" },
      { kind: "workshop.extend_timer", seconds: 60 },
      { kind: "workshop.stop_timer" },
    ]);
  });
});

it("a finished workshop has nothing left to press", async () => {
  await open(room("act", { workshop: { ...ROOM.workshop, state: "finished" } }));
  expect(el.querySelectorAll("button")).toHaveLength(0);
  expect(el.textContent).toContain("Finished");
});
