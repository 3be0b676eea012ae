import { describe, expect, it } from "vitest";
import { Refused } from "../../host";
import { click, named, settle, type } from "../fake-host";
import { changed, CHART, COUNTED, focused, HOSTILE, RUNNING, TIMES, view } from "./fixtures";
import { LEADS, LOOKS, sent, stage } from "./opening";

const on = stage();
const CALL = { activity: "board", experiment: "call" };
const verdict = () =>
  Array.from(on.el.querySelectorAll(".verdict p, .verdict li"), (one) =>
    one.textContent!.replace(/\u00a0/g, " "),
  );

describe("expecting", () => {
  it("shows the card without readings or verdict, promises privacy, and counts answers", async () => {
    await on.open(focused("expect"));
    expect(on.text()).toContain("Say it before you see the readings.");
    expect(on.text()).toContain("it is at least 50%");
    expect(on.text()).toContain("3 of 14 people have answered");
    expect(on.el.querySelector(".verdict, .run-chart")).toBeNull();
  });

  it("takes an answer with a note, and shows it as kept", async () => {
    const host = await on.open(focused("expect"));
    named(on.el, "✗ not met").click();
    await settle();
    await type(named(on.el, "What did you see? (you can leave it empty)"), " It broke ");
    await click(on.el, "Send");
    const wish = { kind: "experiments.expect", ...CALL };
    expect(sent(host)).toEqual([{ ...wish, outcome: "not_met", note: "It broke" }]);
    host.me.value = { expected: { outcome: "not_met", note: "It broke" } };
    await settle();
    expect(on.text()).toContain("You expect: ✗ not met");
    expect(on.text()).toContain("Your answer is in.");
    await click(on.el, "Change my answer");
    expect((named(on.el, "✗ not met") as HTMLInputElement).checked).toBe(true);
  });

  it("asks for an answer before it sends a note alone", async () => {
    const host = await on.open(focused("expect"));
    await type(named(on.el, "What did you see? (you can leave it empty)"), "Something");
    await click(on.el, "Send");
    expect(host.send).not.toHaveBeenCalled();
    expect(on.el.querySelector("form [role=alert]")?.textContent).toContain("Choose one");
  });

  it("gives everything back where it is refused, and keeps it half-written", async () => {
    const host = await on.open(focused("expect"));
    host.send.mockRejectedValueOnce(new Refused("wrong_phase", "Too late."));
    named(on.el, "✓ met").click();
    await settle();
    await type(named(on.el, "What did you see? (you can leave it empty)"), "Fewer calls");
    await click(on.el, "Send");
    expect(on.el.querySelector(".problem")?.textContent).toContain("Too late.");
    await on.again(focused("expect"), { drafts: host.drafts });
    expect((named(on.el, "✓ met") as HTMLInputElement).checked).toBe(true);
  });

  it("folds the facilitator's own answer, and gives an observer nothing to press", async () => {
    await on.open(focused("expect"), LEADS);
    expect(on.el.querySelector(".own-answer")!.closest("details")!.open).toBe(false);
    await on.again(focused("expect"), LOOKS);
    expect(on.el.querySelectorAll("button, input, textarea, summary")).toHaveLength(0);
  });
});

describe("a verdict", () => {
  const judged = (outcome: string, more: object = {}) =>
    changed("look", {
      verdict: { ...RUNNING.verdict!, outcome: outcome as "met", early: false, ...more },
    });

  it("that cannot be told says so, with the range in words", async () => {
    await on.open(judged("inconclusive"));
    expect(verdict()).toEqual([
      "? cannot tell yet",
      "The readings so far cannot tell. That is an answer too.",
      "We found 52%; it may well be between 41% and 63%. We are right if it is at least 50%.",
    ]);
  });

  it("gives the reason where there is none to tell", async () => {
    const { interval: _none, ...bare } = RUNNING.verdict!;
    for (const [reason, said] of [
      ["no_readings", "There are no readings yet."],
      ["no_control", "There are no readings from before"],
      ["one_reading", "One reading alone cannot tell."],
      ["no_spread", "All readings are the same"],
      ["few_readings", "too few readings to rely on it"],
      ["no_criterion", "does not say yet when we are right"],
    ] as const) {
      if (on.el.firstChild) await on.again(changed("look", { verdict: { ...bare, reason } }));
      else await on.open(changed("look", { verdict: { ...bare, reason } }));
      expect(verdict()[1]).toContain(said);
    }
  });

  it("of a change speaks of a change, and of what it had to be", async () => {
    const interval = { estimate: -4.2, low: -6.1, high: -2.3 };
    const plan = { ...TIMES, guardrails: [] };
    await on.open(
      changed("look", { plan, verdict: { outcome: "inconclusive", interval, early: false } }),
    );
    expect(verdict()[2]).toBe(
      "It changed by −4.2 days; it may well be between −6.1 and −2.3 days. " +
        "We are right if it falls by at least 3 days.",
    );
  });

  it("has beside it whatever makes it weaker", async () => {
    const versions = [
      { on: "2025-12-05", seen: 0, plan: COUNTED },
      { on: "2025-12-09", seen: 80, reason: "Too easy", plan: { ...COUNTED, planned: 90 } },
    ];
    const more = { locked: "2025-12-05", versions, broken: ["rings"] };
    const found = changed("look", { ...more, verdict: { ...RUNNING.verdict!, early: true } });
    await on.open(found);
    expect(verdict().slice(3)).toEqual([
      "! Readings are still to come, so this is not the last word.",
      "! The card was locked on 5 December 2025, after the start.",
      "! The card was changed once after it was locked.",
      "! 80 cases were already known when it was changed.",
      "! Past its limit: Complaints: at most 3 a week",
    ]);
    expect(on.el.querySelector(".versions")!.textContent).toContain("“Too easy”");
  });

  it("never speaks of significance", async () => {
    for (const phase of ["look", "vote", "decide"]) {
      if (on.el.firstChild) await on.again(focused(phase), LEADS);
      else await on.open(focused(phase), LEADS);
      expect(on.text()).not.toMatch(/signific|p-value|p =|confiden/i);
    }
  });
});

describe("the run chart", () => {
  const figure = () => on.el.querySelector(".run-chart")!;

  it("has a circle for what is usual, and another shape for what is not", async () => {
    await on.open(focused("look"));
    const drawing = figure().querySelector("svg[role=img]")!;
    expect(drawing.querySelectorAll("circle.usual")).toHaveLength(1);
    expect(drawing.querySelectorAll("path.improvement")).toHaveLength(1);
    expect(drawing.querySelectorAll("path.concern")).toHaveLength(1);
    expect(drawing.querySelectorAll(".mean, .limit, .target, .start")).toHaveLength(5);
  });

  it("says all of it in words for who does not see it", async () => {
    await on.open(focused("look"));
    const id = figure().querySelector("svg[role=img]")!.getAttribute("aria-labelledby")!;
    const said = document.getElementById(id)!.textContent!;
    expect(said).toContain("There are 3 readings: too few to tell a change from chance.");
    expect(said).toContain("3 readings from 20 November 2025 to 8 December 2025, about an average");
    expect(said).toContain("Started on 1 December 2025. We are right if it is at least 50%.");
  });

  it("has a key to its lines with their numbers, the limits of a share within it", async () => {
    await on.open(changed("look", { plan: { ...COUNTED, baseline: 0.42 } }));
    const key = Array.from(figure().querySelectorAll(".key li"), (one) => one.textContent);
    expect(key).toEqual([
      "as usual",
      "better than usual",
      "worse than usual",
      "Average: 56%",
      "Usually between 0% and 90%",
      "We are right if it is at least 50%.",
      "As it was before: 42%",
      "Started on 1 December 2025.",
    ]);
  });

  it("says in plain words what changed, and when", async () => {
    const signals = [
      { kind: "run_below", count: 7, from: "2025-05-12", to: "2025-12-08", last: true },
      { kind: "run_above", count: 8, from: "2025-01-06", to: "2025-02-24", last: false },
    ];
    await on.open(focused("look", { chart: { ...CHART, signals, left_out: 30 } }));
    const said = figure().querySelector("figcaption")!.textContent!;
    expect(said).toContain(
      "The last 7 readings are all below the average: something changed around 12 May 2025.",
    );
    expect(said).toContain("From 6 January 2025 to 24 February 2025, 8 readings in a row");
    expect(said).toContain("30 older readings are not drawn.");
  });

  it("has its readings as a table beside it, and follows them", async () => {
    const host = await on.open(focused("look"));
    const rows = () => Array.from(figure().querySelectorAll("tbody tr"), (row) => row.textContent);
    expect(rows()[0]).toBe("8 December 202555%better than usual");
    const points = [...CHART.points, { date: "2025-12-15", value: 0.6, label: "common_cause" }];
    host.view.value = focused("look", { chart: { ...CHART, points } });
    await settle();
    expect(rows()).toHaveLength(4);
  });
});

describe("looking", () => {
  it("puts what people expected beside it, as numbers and as they wrote it", async () => {
    await on.open(focused("look"));
    const side = on.el.querySelector(".expectations")!;
    const bars = Array.from(side.querySelectorAll(".bars li"), (one) => one.textContent);
    expect(bars).toEqual([
      "✓ met2 people",
      "✗ not met0 people",
      "? cannot tell yet0 people",
      "– I can’t say1 person",
    ]);
    expect(side.querySelector(".notes")!.textContent).toContain(HOSTILE);
    expect(side.querySelector("img")).toBeNull();
  });

  it("lets the facilitator add readings and choose another one, and nobody else", async () => {
    const host = await on.open(focused("look"), LEADS);
    expect(on.text()).toContain("Add a reading, or put one right");
    await click(on.el, "Look at another one");
    await click(on.el, "Text a reminder");
    expect(sent(host)).toEqual([
      { kind: "experiments.focus", activity: "board", experiment: "review" },
    ]);
    await on.again(focused("look"));
    expect(on.el.querySelectorAll("button")).toHaveLength(0);
  });

  it("shows a wall numbers instead of bars, a few notes, and nothing to press", async () => {
    const notes = Array.from({ length: 8 }, (_, n) => `Note ${n}`);
    await on.open(focused("look", { expectations: { counts: { met: 8 }, notes } }), LOOKS);
    expect(on.el.querySelector(".tally")!.textContent).toContain("8 ✓ met");
    expect(on.el.querySelectorAll(".notes li")).toHaveLength(5);
    expect(on.text()).toContain("and 3 more");
    expect(on.el.querySelectorAll("button, summary, input")).toHaveLength(0);
  });
});

describe("voting", () => {
  it("sends a vote, shows it as kept, takes it back; nobody sees a count", async () => {
    const host = await on.open(focused("vote"));
    named(on.el, "△ adapt it We change it, and try that.").click();
    await settle();
    host.me.value = { vote: "adapt" };
    await settle();
    expect(on.text()).toContain("Your vote is in.");
    await click(on.el, "Take my vote back");
    expect(sent(host)).toEqual([
      { kind: "experiments.give_vote", ...CALL, choice: "adapt" },
      { kind: "experiments.take_vote_back", ...CALL },
    ]);
    expect(on.text()).toContain("2 of 14 people have voted");
    expect(on.el.querySelector(".votes")).toBeNull();
  });

  it("says that it is on its way until the room has it", async () => {
    const host = await on.open(focused("vote"));
    host.pending.value = new Map([
      ["c", { kind: "experiments.give_vote", ...CALL, choice: "adopt" }],
    ]);
    await settle();
    expect(on.el.querySelector(".own-answer [role=status]")!.textContent).toBe("Sending…");
    expect(on.text()).toContain("3 of 14 people have voted");
  });
});

describe("deciding", () => {
  const form = () => on.el.querySelector<HTMLElement>("form.card-form")!;

  it("shows the votes to all, and the form to the facilitator alone", async () => {
    await on.open(focused("decide"));
    expect(on.el.querySelector(".votes")!.textContent).toContain("+ adopt it2 people");
    expect(on.el.querySelector("form.card-form")).toBeNull();
    await on.again(focused("decide"), LEADS);
    expect(form()).toBeTruthy();
  });

  it("begins with what is known, asks once, and keeps the learning card", async () => {
    const host = await on.open(focused("decide"), LEADS);
    named(form(), "+ adopt it It becomes the way we work.").click();
    await settle();
    expect((named(form(), "We believed") as HTMLTextAreaElement).value).toBe(COUNTED.belief);
    expect((named(form(), "We observed") as HTMLTextAreaElement).value).toContain("We found 52%");
    await type(named(form(), "So we learned"), "Calls save letters");
    await type(named(form(), "Therefore we will"), "Call first");
    await click(form(), "Save the decision");
    expect(host.send).not.toHaveBeenCalled();
    await click(form().querySelector("[role=alertdialog]")!, "Save the decision");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.decide_experiment",
        ...CALL,
        choice: "adopt",
        learning: {
          believed: COUNTED.belief,
          observed: "We found 52%; it may well be between 41% and 63%.",
          learned: "Calls save letters",
          therefore: "Call first",
        },
      },
    ]);
  });

  it("keeps testing with a new review date, and more readings if wished", async () => {
    const host = await on.open(focused("decide"), LEADS);
    named(form(), "↻ keep testing We need more readings to know.").click();
    await settle();
    await type(named(form(), "Next review on"), "2026-04-01");
    await type(named(form(), "How many cases in all"), "200");
    await click(form(), "Save the decision");
    expect(sent(host)[0]).toMatchObject({
      choice: "keep_testing",
      review: "2026-04-01",
      planned: 200,
    });
  });

  it("offers to leave what was never started, and nothing else", async () => {
    await on.open(view("decide", { focus: "planned" }), LEADS);
    expect(form().querySelectorAll("input[type=radio]")).toHaveLength(1);
  });

  it("shows everyone what was decided and learned", async () => {
    const learning = { learned: "Calls save letters", therefore: HOSTILE };
    const on_ = { on: "2026-01-01", readings: 80, planned: 100, version: 1 } as const;
    const decision = { choice: "adopt", outcome: "met", learning, ...on_ } as const;
    const decided = { stage: "decided", decision, decisions: [decision] } as const;
    await on.open(changed("decide", decided));
    const learned = on.el.querySelector(".learned")!.textContent!;
    expect(learned).toContain("+ adopted 1 January 2026");
    expect(learned).toContain("Calls save letters");
    expect(learned).toContain(HOSTILE);
    expect(verdict()).toContain("! It was stopped before all planned readings were in.");
  });

  it("goes on with the next review: what people expect of it first", async () => {
    const host = await on.open(focused("decide"), LEADS);
    await click(on.el, "Start another review");
    await click(on.el, "Text a reminder");
    expect(sent(host).map(({ kind }) => kind)).toEqual([
      "experiments.focus",
      "experiments.move_phase",
    ]);
  });
});

it("without an experiment to talk about, everyone is told what happens next", async () => {
  await on.open(view("look"));
  expect(on.text()).toContain("The facilitator chooses one on the board.");
  await on.again(view("vote"), LEADS);
  expect(on.text()).toContain("Go back to “Plan”");
  expect(on.el.querySelector(".own-answer")).toBeNull();
});
