import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, listing, named, settle, type, type FakeHost } from "../fake-host";
import { CHART, EXPERIMENTS, focused, PLAN } from "./fixtures";
import { mount } from ".";
import type { ExperimentsMe, ExperimentsView } from "./view";

const LEADS = { role: "facilitator" } as const;
const LOOKS = { role: "observer" } as const;
const EXPECTATIONS = { counts: { met: 3, cannot_say: 1 }, notes: ["Fewer calls", "<b>None</b>"] };
let el: HTMLElement;
let end: () => void;

beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: ExperimentsView, more: Partial<Host> = {}, me: ExperimentsMe = {}) {
  const host = fakeHost(view, more, me);
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const text = () => el.textContent ?? "";
const ABOUT = { activity: "board", experiment: "call" };

async function submit(form: Element): Promise<void> {
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
}

describe("expecting", () => {
  it("promises privacy, and shows nobody a reading or a verdict", async () => {
    for (const role of ["participant", "observer", "facilitator"] as const) {
      await open(focused("expect"), { role });
      expect(text()).toContain("Answers stay hidden until the facilitator shows them");
      expect(text()).toContain("Most questions can be settled by a call");
      expect(el.querySelector(".run-chart, .verdict, table")).toBeNull();
      expect(text()).toContain("2 of 14 people have answered");
      end();
    }
    end = () => undefined;
  });

  it("sends an answer only once one is chosen", async () => {
    const host = await open(focused("expect"));
    const form = el.querySelector("form")!;
    await type(named(el, "What did you see? (you can leave it empty)"), " Fewer calls ");
    await submit(form);
    expect(sent(host)).toEqual([]);
    await click(el, "✓ met");
    await submit(form);
    expect(sent(host)).toEqual([
      { kind: "experiments.expect", ...ABOUT, outcome: "met", note: "Fewer calls" },
    ]);
  });

  it("shows my answer as on its way, then as kept, and lets me change it", async () => {
    const wish = { kind: "experiments.expect", ...ABOUT, outcome: "met", note: "Fewer calls" };
    const host = await open(focused("expect"), {}, { expected: { outcome: "met", note: "Old" } });
    expect(text()).toContain("Your answer is in.");
    host.pending.value = new Map([["c", wish]]);
    await settle();
    expect(el.querySelector(".own [role=status]")?.textContent).toBe("Sending…");
    await click(el, "Change my answer");
    const note = named(el, "What did you see? (you can leave it empty)") as HTMLTextAreaElement;
    expect(note.value).toBe("Fewer calls");
    await type(note, "");
    expect(note.value).toBe("");
  });

  it("gives a refused answer back", async () => {
    const host = await open(focused("expect"));
    host.send.mockRejectedValueOnce(new Refused("not_focused", "Another one now."));
    await click(el, "✗ not met");
    await type(named(el, "What did you see? (you can leave it empty)"), "Keep me");
    await submit(el.querySelector("form")!);
    const note = named(el, "What did you see? (you can leave it empty)") as HTMLTextAreaElement;
    expect(note.value).toBe("Keep me");
    expect((named(el, "✗ not met") as HTMLInputElement).checked).toBe(true);
    expect(el.querySelector("[role=alert]")?.textContent).toContain("Another one now.");
  });

  it("is folded for whoever leads, as the room may be looking on", async () => {
    for (const phase of ["expect", "vote"]) {
      await open(focused(phase), LEADS);
      expect(el.querySelector(".own")!.closest("details")!.open).toBe(false);
      end();
    }
    await open(focused("vote"));
    expect(el.querySelector(".own")!.closest("details")).toBeNull();
  });

  it("of none says who chooses one", async () => {
    const { focus: _focus, chart: _chart, ...view } = focused("expect");
    await open(view);
    expect(text()).toContain("No experiment is chosen.");
    expect(el.querySelector("form")).toBeNull();
  });
});

describe("looking", () => {
  it("shows the readings beside what was expected, without names", async () => {
    await open(focused("look", { expectations: EXPECTATIONS }));
    const bars = Array.from(
      el.querySelectorAll(".expectations .bars li"),
      (bar) => bar.textContent,
    );
    expect(bars[0]).toBe("✓ met3 people");
    expect(bars[3]).toBe("– I can’t say1 person");
    expect(text()).toContain("<b>None</b>");
    expect(el.querySelector(".notes b")).toBeNull();
  });

  it("describes the chart in words, and gives it as a table", async () => {
    await open(focused("look"));
    const chart = el.querySelector(".run-chart svg")!;
    expect(chart.getAttribute("aria-label")).toContain(
      "Readings: 3, from 1 December 2025 to 5 January 2026. The average is now 11\u00a0days.",
    );
    expect(el.querySelector("figcaption")?.textContent).toContain(
      "The last 9 readings are all below the old average: something changed around 1 December 2025.",
    );
    const rows = Array.from(el.querySelectorAll("tbody tr"), (row) => row.textContent);
    expect(rows).toEqual([
      "5 January 20269.5\u00a0daysbetter than usual",
      "5 January 20269.5\u00a0daysas usual",
      "1 December 202514\u00a0daysworse than usual",
    ]);
  });

  it("draws each mark in its own shape, with a key to those that are there", async () => {
    await open(focused("look"));
    const kinds = Array.from(el.querySelectorAll("circle, path, rect"), (one) => [
      one.tagName.toLowerCase(),
      one.getAttribute("class"),
    ]);
    expect(kinds.filter(([, kind]) => kind !== "path")).toEqual(
      expect.arrayContaining([
        ["rect", "worse"],
        ["circle", "usual"],
        ["path", "better"],
      ]),
    );
    expect(el.querySelector(".key")?.textContent).toContain("▲ better than usual");
    end();
    const usual = CHART.points.map((point) => ({ ...point, label: "common_cause" }));
    await open(focused("look", { chart: { ...CHART, points: usual } }));
    expect(el.querySelector(".key")?.textContent).not.toContain("better");
  });

  it("has the numbers of its lines in the key, and the limits of a share within it", async () => {
    const measure = { name: "Settled", form: "count" as const };
    const criterion = { threshold: 0.5, direction: "at_least", compare: "level" } as const;
    const plan = { ...PLAN, measure, criterion, baseline: 0.42 };
    const call = { ...EXPERIMENTS["call"]!, plan };
    const points = CHART.points.map((point) => ({ ...point, value: 0.5, label: "common_cause" }));
    const segments = [{ start: 0, end: 3, mean: 0.5, lower: -0.1, upper: 0.9 }];
    const chart = { ...CHART, points, segments };
    await open(focused("look", { experiments: listing({ ...EXPERIMENTS, call }), chart }));
    const key = Array.from(el.querySelectorAll(".key li"), (one) => one.textContent);
    expect(key).toEqual([
      "● as usual",
      "— Average: 50%",
      "╌ Usually between 0% and 90%",
      "┈ We are right if it is at least 50%.",
      "┄ As it was before: 42%",
      "│ Started on 1 January 2026.",
    ]);
    expect(el.querySelectorAll(".run-chart line:is(.target, .baseline, .start)")).toHaveLength(3);
    expect(el.querySelector(".run-chart svg")!.getAttribute("aria-label")).toContain(
      "Started on 1 January 2026. We are right if it is at least 50%.",
    );
  });

  it("draws one reading, and nothing of none", async () => {
    const [point] = CHART.points;
    const one = { ...CHART, points: [point!], segments: [{ start: 0, end: 1, mean: 14 }] };
    await open(focused("look", { chart: one }));
    expect(el.querySelectorAll(".worse")).toHaveLength(2);
    expect(el.querySelector("svg[role=img]")?.getAttribute("aria-label")).toContain(
      "One reading on 1 December 2025: 14\u00a0days.",
    );
    end();
    await open(focused("look", { chart: { ...CHART, points: [], segments: [] } }));
    expect(el.querySelector(".run-chart")).toBeNull();
    expect(el.querySelector(".verdict")).toBeTruthy();
  });

  it("shows a room what people saw, as much as there is room for", async () => {
    const notes = Array.from({ length: 9 }, (_, n) => `Note ${n}`);
    await open(focused("look", { expectations: { counts: { met: 9 }, notes } }), LOOKS);
    expect(el.querySelectorAll(".notes li")).toHaveLength(6);
    expect(text()).toContain("and 3 more");
    expect(el.querySelectorAll("button, summary")).toHaveLength(0);
  });

  it("lets the facilitator add a reading meanwhile, and nobody else", async () => {
    await open(focused("look"), LEADS);
    expect(text()).toContain("Add a reading, or put one right");
    end();
    await open(focused("look"));
    expect(text()).not.toContain("Add a reading");
  });

  it("lets the facilitator go on to another one", async () => {
    const other = { title: "In review", stage: "review", review: "2026-01-01" } as const;
    const view = focused("look", { experiments: listing({ ...EXPERIMENTS, other }) });
    const host = await open(view, LEADS);
    await click(el, "Look at another one");
    await click(el, "In review");
    expect(sent(host)).toEqual([
      { kind: "experiments.focus", activity: "board", experiment: "other" },
    ]);
  });
});

describe("a verdict", () => {
  const shown = (more: object) => {
    const call = { ...EXPERIMENTS["call"]!, ...more };
    return focused("look", { experiments: listing({ ...EXPERIMENTS, call }) });
  };
  const lines = () =>
    Array.from(el.querySelectorAll(".verdict p, .verdict li"), (one) =>
      one.textContent!.replace(/\u00a0/g, " "),
    );

  it("of a change speaks of a change, and of what it had to be", async () => {
    const criterion = { threshold: -3, direction: "at_most", compare: "change" } as const;
    const interval = { estimate: -4.2, low: -6.1, high: -2.3 };
    const verdict = { outcome: "inconclusive", interval, early: false };
    await open(shown({ plan: { ...PLAN, criterion }, verdict, broken: [] }));
    expect(lines()).toEqual([
      "? cannot tell yet",
      "The readings so far cannot tell. That is an answer too.",
      "It changed by −4.2 days; it may well be between −6.1 and −2.3 days. " +
        "We are right if it falls by at least 3 days.",
    ]);
  });

  it("shows a criterion as it was locked, with nothing rounded", async () => {
    const measure = { name: "Lost letters", form: "count" as const };
    const criterion = { threshold: 0.0025, direction: "at_most", compare: "level" } as const;
    await open(shown({ plan: { ...PLAN, measure, criterion } }));
    expect(text()).toContain("it is at most 0.25%");
  });

  it("has beside it whatever makes it weaker", async () => {
    const versions = [
      { on: "2026-01-05", seen: 0, plan: PLAN },
      { on: "2026-01-09", seen: 2, reason: "Too easy", plan: { ...PLAN, planned: 9 } },
    ];
    await open(shown({ versions, locked: "2026-01-05" }));
    expect(lines().slice(3)).toEqual([
      "! Readings are still to come, so this is not the last word.",
      "! The card was locked on 5 January 2026, after the start.",
      "! The card was changed once after it was locked.",
      "! 2 readings were already known when it was changed.",
      "! Past its limit: Calls a week: at most 900",
    ]);
  });

  it("never speaks of significance", async () => {
    for (const phase of ["look", "vote", "decide"]) {
      await open(focused(phase), LEADS);
      expect(text()).not.toMatch(/signific|p-value|p =|confiden/i);
      end();
    }
    await open(focused("look"));
  });
});

describe("voting", () => {
  it("sends a vote, shows it as mine, and takes it back", async () => {
    const host = await open(focused("vote"), {}, { vote: "adopt" });
    expect((named(el, "+ adopt it It becomes the way we work.") as HTMLInputElement).checked).toBe(
      true,
    );
    expect(text()).toContain("3 of 14 people have voted");
    await click(el, "△ adapt it We change it, and try that.");
    named(el, "Take my vote back").focus();
    await click(el, "Take my vote back");
    expect(sent(host)).toEqual([
      { kind: "experiments.give_vote", ...ABOUT, choice: "adapt" },
      { kind: "experiments.take_vote_back", ...ABOUT },
    ]);
    host.me.value = {};
    await settle();
    expect(document.activeElement).toBe(named(el, "+ adopt it It becomes the way we work."));
  });

  it("keeps the count from everyone until it closes", async () => {
    await open(focused("vote"), LOOKS);
    expect(el.querySelector(".votes")).toBeNull();
  });
});

describe("deciding", () => {
  const decide = (more: Partial<ExperimentsView> = {}) =>
    focused("decide", { votes: { adopt: 3, adapt: 0, abandon: 1, keep_testing: 0 }, ...more });

  it("shows how people voted, and gives the form to the facilitator alone", async () => {
    await open(decide());
    const bars = Array.from(el.querySelectorAll(".votes .bars li"), (bar) => bar.textContent);
    expect(bars[0]).toBe("+ adopt it3 people");
    expect(text()).not.toContain("Write down what we decide");
    end();
    await open(decide(), LEADS);
    expect(text()).toContain("Write down what we decide");
  });

  it("needs a choice and what was learned", async () => {
    await open(decide(), LEADS);
    const form = el.querySelector<HTMLFormElement>(".card-form")!;
    expect(form.checkValidity()).toBe(false);
    await click(form, "+ adopt it It becomes the way we work.");
    expect(form.checkValidity()).toBe(false);
    await type(named(form, "So we learned"), "Calls save letters");
    expect(form.checkValidity()).toBe(true);
  });

  it("writes down the decision and the learning card, beginning with what was believed", async () => {
    const host = await open(decide(), LEADS);
    const form = el.querySelector(".card-form")!;
    await click(form, "↻ keep testing We need more readings to know.");
    await type(named(form, "Next review on"), "2026-05-01");
    await type(named(form, "So we learned"), "Calls save letters");
    await submit(form);
    expect(sent(host)).toEqual([
      {
        kind: "experiments.decide_experiment",
        ...ABOUT,
        choice: "keep_testing",
        learning: {
          believed: "Most questions can be settled by a call",
          observed: "We found 9.50\u00a0days; it may well be between 8.04 and 11.96\u00a0days.",
          learned: "Calls save letters",
          therefore: "",
        },
        review: "2026-05-01",
        planned: 10,
      },
    ]);
    expect(host.said).toEqual(["Decision saved"]);
  });

  it("asks once before an experiment ends, and not before it goes on", async () => {
    const host = await open(decide(), LEADS);
    const form = el.querySelector(".card-form")!;
    await click(form, "+ adopt it It becomes the way we work.");
    await type(named(form, "So we learned"), "Calls save letters");
    await submit(form);
    expect(sent(host)).toEqual([]);
    const question = form.querySelector("[role=alertdialog]")!;
    expect(question.textContent).toContain("It ends this experiment and stays as it is.");
    await click(question, "Save the decision");
    expect(sent(host)[0]).toMatchObject({ ...ABOUT, choice: "adopt" });
    expect(sent(host)[0]).not.toHaveProperty("review");
  });

  it("goes on with the next review: what people expect of it first", async () => {
    const other = { title: "In review", stage: "review", review: "2026-01-01" } as const;
    const host = await open(decide({ experiments: listing({ ...EXPERIMENTS, other }) }), LEADS);
    await click(el, "Start another review");
    await click(el, "In review");
    expect(sent(host)).toEqual([
      { kind: "experiments.focus", activity: "board", experiment: "other" },
      { kind: "experiments.move_phase", activity: "board", phase: "expect" },
    ]);
  });

  it("keeps what is half written where it is refused", async () => {
    const host = await open(decide(), LEADS);
    host.send.mockRejectedValueOnce(new Refused("bad_date", "Not a date."));
    const form = el.querySelector(".card-form")!;
    await click(form, "+ adopt it It becomes the way we work.");
    await type(named(form, "So we learned"), "Keep me");
    await submit(form);
    await click(form.querySelector("[role=alertdialog]")!, "Save the decision");
    expect((named(form, "So we learned") as HTMLTextAreaElement).value).toBe("Keep me");
    expect(form.querySelector("[role=alert]")?.textContent).toContain("Not a date.");
  });

  it("shows every decision, also two of one day", async () => {
    const decision = EXPERIMENTS["text"]!.decision!;
    const call = { ...EXPERIMENTS["call"]!, stage: "decided", decisions: [decision, decision] };
    await open(decide({ experiments: listing({ call }) as ExperimentsView["experiments"] }));
    expect(el.querySelectorAll(".learned dl")).toHaveLength(2);
    expect(text()).toContain("Reminders bring people in");
  });
});

it("says what has changed for everyone", async () => {
  const host = await open(focused("plan"));
  host.view.value = focused("expect");
  await settle();
  host.view.value = focused("look");
  await settle();
  host.view.value = focused("look", { focus: "text" });
  await settle();
  expect(host.said).toEqual([
    "Now: say what you expect.",
    "The readings are here.",
    "Now: Text people the day before",
  ]);
});
