import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, listing, named, settle, type } from "../fake-host";
import { foresee } from "./foresee";
import { mount } from ".";
import type { PollView } from "./view";

const SCALE: PollView = {
  kind: "poll",
  title: { en: "Check-in" },
  question: { en: "How safe do you feel?" },
  form: "scale",
  phase: "answer",
  phases: ["answer", "results"],
  private: true,
  options: listing(Object.fromEntries(["1", "2", "3"].map((n) => [n, { label: { en: n } }]))),
  low: { en: "Not at all" },
  high: { en: "Very" },
  round: 1,
  answered: 4,
};
const { options: _options, ...NO_OPTIONS } = SCALE;
const WORDS: PollView = { ...NO_OPTIONS, form: "words" };
const SEVERAL: PollView = { ...SCALE, form: "several" };
const CHOOSE = { kind: "poll.choose", activity: "board" };
const ANSWER = { kind: "poll.answer", activity: "board" };

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: PollView, me: object = {}, more: Partial<Host> = {}) {
  const host = fakeHost(view, more, me);
  end = mount(el, host as never);
  await settle();
  return host;
}

describe("answering", () => {
  it("sends the step of a scale, whose ends say what they mean", async () => {
    const host = await open(SCALE);
    expect(named(el, "1Not at all")).toBeTruthy();
    named(el, "3Very").click();
    await settle();
    expect(host.send).toHaveBeenCalledWith({ ...ANSWER, answer: "3" });
  });

  it("shows my answer as kept, and lets me take it back", async () => {
    const host = await open(SCALE, { answer: "2" });
    expect((named(el, "2") as HTMLInputElement).checked).toBe(true);
    expect(el.textContent).toContain("Your answer is in.");
    await click(el, "Take my answer back");
    expect(host.send).toHaveBeenCalledWith({ kind: "poll.withdraw", activity: "board" });
  });

  it("of several sends all that is ticked, also before the room has answered", async () => {
    const host = await open(SEVERAL, { chosen: ["2"] });
    expect(el.textContent).toContain("Choose as many as you like.");
    await click(el, "1");
    expect(host.send).toHaveBeenLastCalledWith({ ...CHOOSE, chosen: ["2", "1"] });
    host.pending.value = new Map([["a", { ...CHOOSE, chosen: ["2", "1"] }]]);
    await settle();
    expect((named(el, "1") as HTMLInputElement).checked).toBe(true);
    await click(el, "2");
    expect(host.send).toHaveBeenLastCalledWith({ ...CHOOSE, chosen: ["1"] });
    await click(el, "Take my answer back");
    expect(host.send).toHaveBeenLastCalledWith({ kind: "poll.withdraw", activity: "board" });
  });

  it("of several tells a screen reader that each is a tick of its own", async () => {
    await open(SEVERAL, { chosen: ["1", "3"] });
    const boxes = Array.from(el.querySelectorAll<HTMLInputElement>("fieldset [type=checkbox]"));
    expect(boxes.map((box) => box.checked)).toEqual([true, false, true]);
    expect(el.querySelector("legend")?.textContent).toBe("How safe do you feel?");
  });

  it("sends words, and gives them back where they are refused", async () => {
    const host = await open(WORDS);
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    await type(named(el, "Your answer, in a few words"), " bumpy ");
    await click(el, "Send");
    expect(host.send).toHaveBeenCalledWith({ ...ANSWER, answer: "bumpy" });
    expect((named(el, "Your answer, in a few words") as HTMLInputElement).value).toBe("bumpy");
    expect(el.querySelector("[role=alert]")?.textContent).toContain("Too long.");
  });

  it("tells everyone how many have answered, and shows a room what can be answered", async () => {
    await open(SCALE, {}, { role: "observer" });
    expect(el.textContent).toContain("4 of 14 people have answered");
    const offered = Array.from(el.querySelectorAll("li"), (one) => one.textContent);
    expect(offered).toEqual(["1Not at all", "2", "3Very"]);
    expect(el.querySelectorAll("input, button")).toHaveLength(0);
  });
});

describe("results", () => {
  it("are bars with their numbers, with mine marked", async () => {
    const results = { round: 2, answered: 4, counts: { "1": 0, "2": 3, "3": 1 } };
    await open({ ...SCALE, phase: "results", private: false, results }, { answer: "2" });
    const rows = Array.from(el.querySelectorAll(".bars li"), (row) => row.textContent);
    expect(rows).toEqual(["1Not at all0 people", "2Your answer3 people", "3Very1 person"]);
    expect(el.textContent).toContain("4 answers · round 2");
  });

  it("of several are so many of all who answered, and so are the bars", async () => {
    const results = { round: 1, answered: 4, counts: { "1": 3, "2": 0, "3": 1 } };
    await open({ ...SEVERAL, phase: "results", results }, { chosen: ["1", "3"] });
    const rows = Array.from(el.querySelectorAll(".bars li"), (row) => row.textContent);
    const yours = "Your answer";
    expect(rows).toEqual([`1${yours}3 of 4 people`, "20 of 4 people", `3${yours}1 of 4 people`]);
    const widths = Array.from(el.querySelectorAll<HTMLElement>("i"), (bar) => bar.style.width);
    expect(widths).toEqual(["75%", "0%", "25%"]);
    expect(el.textContent).toContain("4 people answered");
  });

  it("are words as people wrote them, with their numbers", async () => {
    const said = [
      { text: "<b>bumpy</b>", count: 2 },
      { text: "proud", count: 1 },
    ];
    await open({ ...WORDS, phase: "results", results: { round: 1, answered: 3, words: said } });
    expect(el.querySelector(".said")?.textContent).toContain("<b>bumpy</b>");
    expect(el.querySelector(".said b b")).toBeNull();
  });

  it("are announced when they come", async () => {
    const host = await open(SCALE);
    host.view.value = {
      ...SCALE,
      phase: "results",
      results: { round: 1, answered: 0, counts: {} },
    };
    await settle();
    expect(host.said).toEqual(["The results are here."]);
  });
});

it("an answer on its way counts once, and a withdrawn one no more", () => {
  const pending = new Map([["a", { ...ANSWER, answer: "1" }]]);
  expect(foresee(SCALE, {}, pending)).toMatchObject({ view: { answered: 5 }, me: { answer: "1" } });
  expect(foresee(SCALE, { answer: "2" }, pending).view.answered).toBe(4);
  const back = new Map([["b", { kind: "poll.withdraw" }]]);
  expect(foresee(SCALE, { answer: "2" }, back)).toMatchObject({ view: { answered: 3 }, me: {} });
  const ticks = new Map([["c", { ...CHOOSE, chosen: ["1", "2"] }]]);
  const ticked = { view: { answered: 5 }, me: { chosen: ["1", "2"] }, pending: true };
  expect(foresee(SEVERAL, {}, ticks)).toMatchObject(ticked);
  const none = new Map([["d", { ...CHOOSE, chosen: [] }]]);
  expect(foresee(SEVERAL, { chosen: ["1"] }, none).view.answered).toBe(3);
});
