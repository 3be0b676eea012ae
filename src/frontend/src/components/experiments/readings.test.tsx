import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "../../host";
import { click, fakeHost, listing, named, settle, type, type FakeHost } from "../fake-host";
import { board, EXPERIMENTS } from "./fixtures";
import { mount } from ".";
import { BATCH, type Experiment, type Reading } from "./view";

const CALL = EXPERIMENTS["call"]!;
const COUNTED: Experiment = {
  ...CALL,
  plan: {
    ...CALL.plan!,
    guardrails: [],
    measure: { name: "Settled by phone", form: "count" },
    criterion: { threshold: 0.5, direction: "at_least", compare: "change" },
  },
  readings: listing<Reading>({ r1: { date: "2026-01-05", value: 12, of: 40, arm: "trial" } }),
};
const EARLY = { date: "2025-12-04", value: 12, of: 40 };
let el: HTMLElement;
let end: () => void;

beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(call = CALL) {
  const view = board("plan", { experiments: listing({ call }) });
  const host = fakeHost(view, { role: "facilitator" });
  end = mount(el, host as never);
  await settle();
  await click(el, "Open: Call before we write");
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const part = () => el.querySelector<HTMLElement>(".readings")!;
const rows = () => Array.from(part().querySelectorAll(".plain-list > li"), (row) => row);
const ABOUT = { activity: "board", experiment: "call" };

async function submit(form: Element): Promise<void> {
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
}

async function paste(text: string): Promise<HTMLTextAreaElement> {
  const field = part().querySelector<HTMLTextAreaElement>("textarea")!;
  await type(field, text);
  return field;
}

describe("a reading", () => {
  it("is sent once, and the form is free for the next one of that day", async () => {
    const host = await open();
    const [number, date] = [named(part(), "Number"), named(part(), "Day")] as HTMLInputElement[];
    expect(date!.value).toBe("2026-01-01");
    await type(date!, "2026-01-07");
    await type(number!, "9,5");
    await submit(number!.closest("form")!);
    expect(sent(host)).toEqual([
      {
        kind: "experiments.record_readings",
        ...ABOUT,
        readings: [{ date: "2026-01-07", value: 9.5 }],
      },
    ]);
    expect([number!.value, date!.value]).toEqual(["", "2026-01-07"]);
    expect(number!.closest("form")!.checkValidity()).toBe(false);
    expect(document.activeElement).toBe(number);
    expect(host.said).toEqual(["Reading saved"]);
  });

  it("comes back where it is refused", async () => {
    const host = await open();
    host.send.mockRejectedValueOnce(new Refused("bad_date", "Not a date."));
    const number = named(part(), "Number") as HTMLInputElement;
    await type(number, "9.5");
    await submit(number.form!);
    expect(number.value).toBe("9.5");
    expect(part().querySelector("[role=alert]")?.textContent).toContain("Not a date.");
  });

  it("of counts is how many of how many, before or in the trial", async () => {
    const host = await open(COUNTED);
    await type(named(part(), "How many"), "13");
    await type(named(part(), "of how many"), "52");
    const arm = part().querySelector("select")!;
    arm.value = "control";
    arm.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    await submit(arm.closest("form")!);
    expect(sent(host)[0]).toMatchObject({ readings: [{ value: 13, of: 52, arm: "control" }] });
    expect(rows()[0]!.textContent).toContain("5 January 2026: 12 of 40 (30%)");
  });

  it("can be of what must not get worse", async () => {
    const host = await open();
    const what = part().querySelector("select")!;
    what.value = "calls";
    what.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    await type(named(part(), "Number"), "880");
    await submit(what.closest("form")!);
    expect(sent(host)[0]).toMatchObject({ readings: [{ value: 880, guardrail: "calls" }] });
  });

  it("stands in the list before the room has answered", async () => {
    const host = await open();
    const readings = [{ date: "2026-01-09", value: 7 }];
    const wish = { kind: "experiments.record_readings", ...ABOUT, readings };
    host.pending.value = new Map([["c", wish]]);
    await settle();
    expect(rows()[0]!.textContent).toBe("9 January 2026: 7\u00a0daysSending…");
  });

  it("says what it is of, what was before, and what was corrected", async () => {
    await open();
    expect(rows().map((row) => row.querySelector("span")!.textContent)).toEqual([
      "6 January 2026: 950 · Calls a week",
      "5 January 2026: 9.5\u00a0days · corrected",
      "5 January 2026: 9.5\u00a0days",
      "1 December 2025: 14\u00a0days · what was before",
    ]);
  });

  it("is put right in its place, and the focus stays there", async () => {
    const host = await open();
    const label = "Correct 5 January 2026: 9.5 days";
    named(part(), label).focus();
    await click(part(), label);
    const form = part().querySelector<HTMLFormElement>("form[aria-label]")!;
    expect(form.getAttribute("aria-label")?.replace("\u00a0", " ")).toBe(label);
    await type(named(form, "Number"), "8.5");
    await submit(form);
    expect(sent(host)).toEqual([
      {
        kind: "experiments.correct_reading",
        ...ABOUT,
        reading: "r2",
        corrected: { date: "2026-01-05", value: 8.5, arm: "trial" },
      },
    ]);
    expect(named(part(), label)).toBeTruthy();
  });

  it("is taken out after one question", async () => {
    const host = await open();
    await click(part(), "Take out 5 January 2026: 9.5 days");
    await click(part().querySelector("[role=alertdialog]")!, "Take out");
    expect(sent(host)).toEqual([{ kind: "experiments.withdraw_reading", ...ABOUT, reading: "r2" }]);
  });

  it("of a decided experiment stays as it is", async () => {
    await open({ ...CALL, stage: "decided", decision: EXPERIMENTS["text"]!.decision! });
    expect(part().querySelectorAll("form, button, textarea")).toHaveLength(0);
    expect(rows()).toHaveLength(4);
  });
});

describe("5,000 readings", () => {
  it("are listed a few at a time", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, n) => [`r${n}`, CALL.readings!.items["r2"]!]),
    );
    await open({ ...CALL, readings: listing(many) });
    expect(part().querySelector("h4")?.textContent).toBe("5000 readings");
    expect(rows()).toHaveLength(10);
    await click(part(), "Show 4990 more");
    expect(rows()).toHaveLength(60);
  });
});

describe("a pasted table", () => {
  it("says what would be taken, and of each other line why not", async () => {
    await open();
    await paste("Day;Days\n2025-12-07;9\nsoon;8\n2025-12-08;many");
    const preview = part().querySelector("[role=status].preview")!.textContent;
    expect(preview).toContain("1 reading can be taken.");
    expect(preview).toContain("Line 3, “soon;8”: it does not begin with a day");
    expect(preview).toContain("Line 4, “2025-12-08;many”: there is no number after the day.");
  });

  it("shows how days and numbers were read, and takes nothing that is there already", async () => {
    await open(COUNTED);
    await paste("04/12/2025\t12\t40\n2026-01-05\t12\t40\n2026-01-02\t1\t2");
    const preview = part().querySelector("[role=status].preview")!.textContent;
    expect(preview).toContain("1 reading can be taken.4 December 2025: 12 of 40 (30%)");
    expect(preview).toContain("Line 2, “2026-01-05\t12\t40”: that day is still to come.");
    end();
    await open({ ...COUNTED, readings: listing({ r1: { ...EARLY, arm: "trial" as const } }) });
    await paste("2025-12-04;12;40\n2025-12-05;12;40");
    expect(part().querySelector(".preview")!.textContent).toContain("it is there already.");
    await click(part(), "Take 1 reading");
    expect(part().querySelector("textarea")!.value).toBe("");
  });

  it("can be of what must not get worse", async () => {
    const host = await open();
    const [, what] = Array.from(part().querySelectorAll("select"));
    what!.value = "calls";
    what!.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    await paste("2025-12-07;880");
    await click(part(), "Take 1 reading");
    expect(sent(host)[0]).toMatchObject({
      readings: [{ date: "2025-12-07", value: 880, guardrail: "calls" }],
    });
  });

  it("leaves in the box what could not be taken", async () => {
    const host = await open();
    const field = await paste("2025-12-07;9\nsoon;8");
    await click(part(), "Take 1 reading");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.record_readings",
        ...ABOUT,
        readings: [{ date: "2025-12-07", value: 9 }],
      },
    ]);
    expect(field.value).toBe("soon;8");
    expect(host.said).toEqual(["1 reading saved"]);
  });

  it("goes in pieces, and what was kept is not sent again after a refusal", async () => {
    const host = await open();
    const lines = Array.from({ length: 2 * BATCH + 7 }, (_, n) => `2025-12-07;${n}`);
    const field = await paste(lines.join("\n"));
    host.send.mockResolvedValueOnce({ id: "a", version: 1 });
    host.send.mockRejectedValueOnce(new Refused("too_many", "Too many."));
    await click(part(), `Take ${lines.length} readings`);
    const pieces = () => sent(host).map(({ readings }) => (readings as unknown[]).length);
    expect(pieces()).toEqual([BATCH, BATCH]);
    expect(field.value.split("\n")).toHaveLength(BATCH + 7);
    expect(part().querySelector("[role=alert]")?.textContent).toContain("Too many.");
    await click(part(), `Take ${BATCH + 7} readings`);
    expect(pieces()).toEqual([BATCH, BATCH, BATCH, 7]);
    expect(field.value).toBe("");
  });

  it("goes once, however often one presses, and stays unfolded while it is emptied", async () => {
    const host = await open();
    const details = part().querySelector("details")!;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await paste("2025-12-07;9");
    let answer: (ack: { id: string; version: number }) => void = () => undefined;
    host.send.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await click(part(), "Take 1 reading");
    await click(part(), "Take 1 reading");
    expect(sent(host)).toHaveLength(1);
    answer({ id: "a", version: 1 });
    await settle();
    expect(details.open).toBe(true);
  });
});
