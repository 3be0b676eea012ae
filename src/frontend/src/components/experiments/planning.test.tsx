import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, listing, named, press, settle, type, type FakeHost } from "../fake-host";
import { board, EXPERIMENTS, focused, HOSTILE, PLAN } from "./fixtures";
import { mount } from ".";
import type { Experiment, ExperimentsView } from "./view";

const LEADS = { role: "facilitator" } as const;
let el: HTMLElement;
let end: () => void;

beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: ExperimentsView, more: Partial<Host> = {}) {
  const host = fakeHost(view, more);
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const text = () => el.textContent ?? "";
const panel = () => el.querySelector<HTMLElement>(".card-panel")!;
const problem = () => el.querySelector("[role=alert]")?.textContent ?? "";
const about = (experiment: string) => ({ activity: "board", experiment });

async function submit(form: Element): Promise<void> {
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
}

async function unfold(summary: string): Promise<HTMLDetailsElement> {
  const details = named(el, summary).closest("details")!;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settle();
  return details;
}

describe("the board", () => {
  it("shows each stage with its experiments, and what people wrote as text", async () => {
    await open(board("plan"));
    const stages = Array.from(el.querySelectorAll(".stage-part h4"), (one) => one.textContent);
    expect(stages).toEqual(["○ Idea", "◔ Planned", "◑ Running", "● Decided"]);
    expect(text()).toContain(HOSTILE);
    expect(el.querySelector("img, b b")).toBeNull();
  });

  it("says no verdict before the decision, for it would tempt to stop", async () => {
    await open(board("plan"), LEADS);
    expect(el.querySelector(".stage-running .met, .stage-running .inconclusive")).toBeNull();
    expect(el.querySelector(".stage-decided .cards")?.textContent).toContain("met");
    expect(el.querySelector(".stage-decided .cards")?.textContent).toContain("adopted");
  });

  it("says what is overdue, also where it is folded", async () => {
    const now = () => Date.parse("2026-03-02T10:00:00Z");
    await open(board("plan"), { now });
    expect(text()).toContain("Review overdue since 1 March 2026");
    expect(el.querySelector("summary .note, .stage-running .note")?.textContent).toBeTruthy();
    expect(text()).toContain("1 · 1 overdue");
  });

  it("of many shows some, and finds the others", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`e${n}`, { title: `Idea ${n}`, stage: "idea" }]),
    ) as Record<string, Experiment>;
    await open(board("plan", { experiments: listing(many), total: 63 }));
    expect(el.querySelectorAll(".cards .card")).toHaveLength(5);
    expect(text()).toContain("3 decided earlier are not shown here.");
    await click(el, "Show 55 more");
    expect(el.querySelectorAll(".cards .card")).toHaveLength(55);
    await type(named(el, "Find"), "idea 59");
    expect(el.querySelectorAll(".cards .card")).toHaveLength(1);
    expect(el.querySelector(".find [role=status]")?.textContent).toBe("1 found");
  });

  it("gives a participant an idea to add, and nothing to open", async () => {
    await open(board("plan"));
    expect(named(el, "An idea of what to try")).toBeTruthy();
    expect(el.querySelectorAll("[data-act=open]")).toHaveLength(0);
    expect(text()).not.toContain("Make an experiment of an action");
  });

  it("gives a room nothing to press", async () => {
    await open(focused("plan"), { role: "observer" });
    expect(el.querySelectorAll("button, input, select, textarea, summary")).toHaveLength(0);
  });
});

describe("what is due", () => {
  const now = () => Date.parse("2026-03-02T10:00:00Z");

  it("is named to the facilitator, who begins its review", async () => {
    const host = await open(board("plan"), { ...LEADS, now });
    const due = el.querySelector(".due-now")!;
    expect(due.textContent).toContain("1 experiment of this team is due for review:");
    await click(due, "Start the review: Call before we write");
    expect(sent(host).map(({ kind }) => kind)).toEqual([
      "experiments.focus",
      "experiments.move_phase",
    ]);
  });

  it("is not said to others, nor before its day", async () => {
    await open(board("plan"), { now });
    expect(el.querySelector(".due-now")).toBeNull();
    end();
    await open(board("plan"), LEADS);
    expect(el.querySelector(".due-now")).toBeNull();
  });
});

describe("an idea", () => {
  it("is sent once, and the field is free for the next", async () => {
    const host = await open(board("plan"));
    const field = named(el, "An idea of what to try") as HTMLInputElement;
    await type(field, " Ring people back ");
    await submit(field.form!);
    await submit(field.form!);
    expect(sent(host)).toEqual([
      { kind: "experiments.add_experiment", activity: "board", title: "Ring people back" },
    ]);
    expect(field.value).toBe("");
    expect(host.said).toEqual(["Idea added"]);
  });

  it("comes back where it is refused, with the reason", async () => {
    const host = await open(board("plan"));
    host.send.mockRejectedValueOnce(new Refused("too_many", "Too many."));
    const field = named(el, "An idea of what to try") as HTMLInputElement;
    await type(field, "Do not lose me");
    await submit(field.form!);
    expect(field.value).toBe("Do not lose me");
    expect(problem()).toContain("Too many.");
  });

  it("can be an action that the team promised", async () => {
    const host = await open(board("plan"), LEADS);
    await click(el, "Try it out: Try shorter letters");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.add_experiment",
        activity: "board",
        action: "promise",
        title: "Try shorter letters",
      },
    ]);
  });
});

describe("a card that is not locked", () => {
  const openIdea = async (host = LEADS) => {
    const page = await open(board("plan"), host);
    await click(el, `Open: ${HOSTILE}`);
    return page;
  };

  it("takes the focus when it opens, and gives it back", async () => {
    await open(board("plan"), LEADS);
    const button = named(el, `Open: ${HOSTILE}`);
    button.focus();
    await click(el, `Open: ${HOSTILE}`);
    expect(document.activeElement?.textContent).toBe(HOSTILE);
    await click(el, "Close the card");
    expect(document.activeElement).toBe(button);
  });

  it("saves its sentences and numbers as the room takes them", async () => {
    const host = await openIdea();
    await type(named(el, "We believe that"), "A text reminds people");
    await type(named(el, "To check that, we will"), "text everyone");
    await type(named(el, "And measure"), "People who come");
    await click(panel(), "how many of how many");
    await type(named(el, "this many percent"), "60");
    await type(named(el, "How many cases, counted together"), "400");
    await type(named(el, "Review on"), "2026-06-01");
    await submit(panel().querySelector("form")!);
    expect(sent(host)).toEqual([
      {
        kind: "experiments.change_plan",
        ...about("idea"),
        plan: {
          belief: "A text reminds people",
          test: "text everyone",
          measure: { name: "People who come", unit: "", form: "count" },
          criterion: { threshold: 0.6, direction: "at_least", compare: "level" },
          planned: 400,
          review: "2026-06-01",
          guardrails: [],
        },
      },
    ]);
    expect(host.said).toContain("Card saved");
  });

  it("keeps what is half written, also where the page is drawn anew", async () => {
    const host = await openIdea();
    await type(named(el, "We believe that"), "Half a sen");
    end();
    end = mount(el, host as never);
    await settle();
    await click(el, `Open: ${HOSTILE}`);
    expect((named(el, "We believe that") as HTMLTextAreaElement).value).toBe("Half a sen");
  });

  it("says at once what is no number, and does not let it go", async () => {
    await openIdea();
    const field = named(el, "this number") as HTMLInputElement;
    await type(field, "many");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(panel().textContent).toContain("That is not a number.");
    expect(field.form!.checkValidity()).toBe(false);
    await type(field, "1,200");
    expect(field.form!.checkValidity()).toBe(true);
  });

  it("says what it lacks before it can start", async () => {
    await openIdea();
    expect(panel().textContent).toContain(
      "the card needs: “We believe that”, “And measure”, “We are right if”, “How many readings”, “Review on”.",
    );
    expect(panel().querySelector("[data-act=start]")).toBeNull();
  });

  it("asks once before it starts, saves it, and locks it", async () => {
    const host = await open(board("plan"), LEADS);
    await click(el, "Open: One page instead of four");
    await click(el, "Start the experiment");
    expect(sent(host)).toEqual([]);
    const question = el.querySelector("[role=alertdialog]")!;
    expect(question.textContent).toContain("Start, and lock the card?");
    expect(document.activeElement?.textContent).toBe("Not yet");
    await click(question, "Start");
    expect(sent(host)).toEqual([
      { kind: "experiments.change_plan", ...about("ready"), plan: PLAN },
      { kind: "experiments.start_experiment", ...about("ready") },
    ]);
    expect(host.said).toEqual(["The card was locked on 1 January 2026."]);
  });

  it("is not saved by answering a question that stands in it", async () => {
    const host = await open(board("plan"), LEADS);
    await click(el, "Open: One page instead of four");
    await click(el, "Start the experiment");
    await click(el, "Not yet");
    named(el, "Remove: One page instead of four").focus();
    await click(el, "Remove: One page instead of four");
    await click(el, "Not yet");
    expect(sent(host)).toEqual([]);
    expect(document.activeElement).toBe(named(el, "Remove: One page instead of four"));
  });

  it("does not start where saving is refused, and closing the reason sends nothing", async () => {
    const host = await open(board("plan"), LEADS);
    host.send.mockRejectedValueOnce(new Refused("bad_date", "Not a date."));
    await click(el, "Open: One page instead of four");
    await click(el, "Start the experiment");
    await click(el.querySelector("[role=alertdialog]")!, "Start");
    expect(sent(host)).toHaveLength(1);
    expect(problem()).toContain("Not a date.");
    await click(el, "Close this message");
    expect(sent(host)).toHaveLength(1);
  });

  it("names each thing that must not get worse, and takes one away", async () => {
    const host = await openIdea();
    await unfold("Baseline and what must not get worse");
    await click(el, "Add something that must not get worse");
    await click(el, "Add something that must not get worse");
    const groups = () => Array.from(panel().querySelectorAll("[role=group]"));
    expect(groups().map((one) => one.getAttribute("aria-label"))).toEqual([
      "Measure 1",
      "Measure 2",
    ]);
    await type(named(groups()[0]!, "What"), "Calls a week");
    expect((named(groups()[0]!, "Limit") as HTMLInputElement).required).toBe(true);
    await type(named(groups()[0]!, "Limit"), "900");
    await click(el, "Remove: Measure 2");
    await submit(panel().querySelector("form")!);
    expect(sent(host)[0]).toMatchObject({
      plan: { guardrails: [{ name: "Calls a week", limit: 900, direction: "at_most" }] },
    });
  });

  it("stays unfolded while a baseline is written and taken back", async () => {
    await openIdea();
    const details = await unfold("Baseline and what must not get worse");
    await type(named(el, "Its level before"), "3");
    await type(named(el, "Its level before"), "");
    expect(details.open).toBe(true);
  });
});

describe("a card that runs", () => {
  const openCall = async (view = board("plan")) => {
    const host = await open(view, LEADS);
    await click(el, "Open: Call before we write");
    return host;
  };

  it("says what the readings say, by how much, and what is past its limit", async () => {
    await openCall();
    const verdict = el.querySelector(".verdict")!.textContent;
    expect(verdict).toContain("It looks clear, but there are too few readings to rely on it.");
    expect(verdict).toContain("between 8.04 and 11.96\u00a0days");
    expect(verdict).toContain("Past its limit: Calls a week: at most 900");
  });

  it("says where its chart is while everyone looks at another one", async () => {
    await openCall();
    expect(panel().textContent).toContain("Its chart is drawn when you look at it together.");
    expect(el.querySelector(".run-chart")).toBeNull();
    end();
    await openCall(focused("plan"));
    expect(panel().querySelector(".run-chart")).toBeTruthy();
  });

  it("folds a verdict that is not the last word", async () => {
    await openCall();
    expect(el.querySelector(".verdict")!.closest("details")!.open).toBe(false);
  });

  it("begins its review in one step, unless the room does not follow", async () => {
    const host = await openCall();
    await click(panel(), "Start the review");
    const focus = { kind: "experiments.focus", ...about("call") };
    const phase = { kind: "experiments.move_phase", activity: "board", phase: "expect" };
    expect(sent(host)).toEqual([focus, phase]);
    host.send.mockRejectedValueOnce(new Refused("unknown_experiment", "It is gone."));
    await click(panel(), "Start the review");
    expect(sent(host)).toEqual([focus, phase, focus]);
    expect(problem()).toContain("It is gone.");
  });

  it("brings everyone to it", async () => {
    const host = await openCall();
    await click(el, "Look at this together");
    expect(sent(host)).toEqual([{ kind: "experiments.focus", ...about("call") }]);
  });

  it("is not closed by Escape, for whoever writes would lose their place", async () => {
    await openCall();
    await press(named(el, "Number"), "Escape");
    expect(panel()).toBeTruthy();
  });

  it("changes only with a reason", async () => {
    const host = await openCall();
    const details = await unfold("Change the locked card");
    const form = details.querySelector("form")!;
    const reason = named(details, "Why do we change it?") as HTMLTextAreaElement;
    host.send.mockRejectedValueOnce(new Refused("no_reason", "Say why."));
    await submit(form);
    expect(problem()).toContain("Say why.");
    await type(reason, " The office was closed ");
    await type(named(details, "this number"), "11");
    await submit(form);
    expect(sent(host).slice(1)).toEqual([
      {
        kind: "experiments.amend_plan",
        ...about("call"),
        plan: { ...PLAN, criterion: { ...PLAN.criterion, threshold: 11 } },
        reason: "The office was closed",
      },
    ]);
    expect(details.open).toBe(false);
    expect(host.said).toEqual(["New version saved"]);
  });

  it("sends one new version, however often one presses", async () => {
    const host = await openCall();
    const details = await unfold("Change the locked card");
    let answer: (ack: { id: string; version: number }) => void = () => undefined;
    host.send.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await submit(details.querySelector("form")!);
    await submit(details.querySelector("form")!);
    expect(sent(host)).toHaveLength(1);
    answer({ id: "x", version: 2 });
    await settle();
    expect(details.open).toBe(false);
  });

  it("shows every version with its reason and what became different", async () => {
    const changed = { ...PLAN, criterion: { ...PLAN.criterion!, threshold: 13 } };
    const versions = [
      ...EXPERIMENTS["call"]!.versions!,
      { on: "2026-01-20", reason: "A holiday", seen: 2, plan: changed },
      { on: "2026-01-20", reason: "Once more", seen: 2, plan: PLAN },
    ];
    const call = { ...EXPERIMENTS["call"]!, versions };
    await openCall(board("plan", { experiments: listing({ ...EXPERIMENTS, call }) }));
    const said = Array.from(el.querySelectorAll(".versions > ol > li"), (one) => one.textContent);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("“A holiday”");
    expect(said[0]).toContain("2 readings were known by then.");
    expect(said[0]).toMatch(/was it is at most 12.*now it is at most 13/);
  });

  it("saves its name, owner and who stands behind it", async () => {
    const host = await openCall();
    const details = await unfold("Name, owner and who stands behind it");
    await type(named(details, "Who agreed to it"), "The head of service");
    await submit(details.querySelector("form")!);
    expect(sent(host)).toEqual([
      {
        kind: "experiments.edit_experiment",
        ...about("call"),
        title: "Call before we write",
        owner: "Letters team",
        serves: "",
        governance: {
          approved_by: "The head of service",
          risks: "",
          personal_data: "",
          stop_if: "",
        },
      },
    ]);
  });
});
