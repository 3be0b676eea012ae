import { describe, expect, it } from "vitest";
import { Refused } from "../../host";
import { click, named, settle, type } from "../fake-host";
import { changed, focused, HOSTILE, many, view } from "./fixtures";
import { LEADS, LOOKS, sent, stage } from "./opening";

const on = stage();
const card = (id: string) => on.el.querySelector(`.cards [data-thing="${id}"]`)!;
const cards = () => on.el.querySelectorAll(".cards .card").length;

describe("the board", () => {
  it("has a card in every stage that says how far it is, and shows what people wrote as text", async () => {
    await on.open(view("plan"));
    const stages = Array.from(on.el.querySelectorAll(".stage-part h4"), (one) => one.textContent);
    expect(stages).toEqual(["○ Idea", "◔ Planned", "◑ Running", "◕ In review", "● Decided"]);
    expect(card("idea").textContent).toContain(HOSTILE);
    expect(on.el.querySelector("img, b b")).toBeNull();
    expect(card("call").textContent).toContain("! Review overdue since 20 December 2025");
    expect(card("call").textContent).toContain("80 of 100 cases");
    expect(card("review").textContent).toContain("! Review today");
    expect(card("review").textContent).toContain("12 of 12 readings");
    expect(card("decided").textContent).toContain("✓ met+ adopted");
  });

  it("says nothing of a verdict while readings come in", async () => {
    await on.open(view("plan"), LEADS);
    expect(card("call").textContent).not.toContain("cannot tell");
  });

  it("folds what is decided, and says what is overdue in what is folded", async () => {
    await on.open(view("plan"));
    const folds = Array.from(on.el.querySelectorAll("details.stage-part"));
    expect(folds.map((fold) => (fold as HTMLDetailsElement).open)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(folds[2]!.querySelector("summary")!.textContent).toContain("1 · 1 overdue");
  });

  it("stays usable with 300 experiments: some of each, the others on demand or by search", async () => {
    const host = await on.open(many(300), LEADS);
    expect(cards()).toBe(15);
    await click(on.el.querySelector(".stage-part.idea")!, "Show 138 more");
    expect(cards()).toBe(65);
    await type(named(on.el, "Find"), "idea 42");
    expect(cards()).toBe(1);
    expect(on.el.querySelector(".find [role=status]")!.textContent).toBe("1 found");
    host.view.value = { ...many(10), total: 34 };
    await settle();
    expect(on.text()).toContain("24 decided earlier are not shown here.");
  });

  it("can be searched only where there is much to search", async () => {
    await on.open(many(20));
    expect(on.el.querySelector(".find")).toBeNull();
    await on.again(many(21));
    expect(on.el.querySelector(".find")).not.toBeNull();
  });

  it("gives an observer nothing to press, and no more cards than a wall has room for", async () => {
    await on.open(many(300), LOOKS);
    expect(on.el.querySelectorAll("button, input, summary, select")).toHaveLength(0);
    expect(cards()).toBe(8);
    expect(on.text()).toContain("and 146 more");
  });

  it("says so where there is nothing", async () => {
    await on.open(view("plan", { experiments: { order: [], items: {} }, total: 0 }));
    expect(on.text()).toContain("Nothing here yet.");
  });
});

describe("an idea", () => {
  it("is one line, and stands on the board at once", async () => {
    const host = await on.open(view("plan"));
    await type(named(on.el, "An idea of what to try"), " Stand-ups on Mondays ");
    await click(on.el, "Add idea");
    const wish = { kind: "experiments.add_experiment", activity: "board" };
    expect(sent(host)).toEqual([{ ...wish, title: "Stand-ups on Mondays" }]);
    host.pending.value = new Map([["c1", { ...wish, title: "Stand-ups on Mondays" }]]);
    await settle();
    expect(card("c1").textContent).toContain("Sending…");
  });

  it("comes back where it is refused, and is kept half-written", async () => {
    const host = await on.open(view("plan"));
    host.send.mockRejectedValueOnce(new Refused("too_many", "Too many."));
    const field = () => named(on.el, "An idea of what to try") as HTMLInputElement;
    await type(field(), "Pairing");
    await click(on.el, "Add idea");
    expect(field().value).toBe("Pairing");
    expect(on.el.querySelector(".new-idea [role=alert]")?.textContent).toContain("Too many.");
    await on.again(view("plan"), { drafts: host.drafts });
    expect(field().value).toBe("Pairing");
  });

  it("can be an action that the team promised, with its words as the test", async () => {
    const host = await on.open(view("plan"), LEADS);
    await click(on.el, "Try it out: Ask Legal for one page");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.add_experiment",
        activity: "board",
        title: "Ask Legal for one page",
        plan: { test: "Ask Legal for one page" },
        action: "legal",
      },
    ]);
    await on.again(view("plan"));
    expect(on.text()).not.toContain("Make an experiment of an action");
  });
});

describe("what is due", () => {
  it("is named to the facilitator, who begins its review in one step", async () => {
    const host = await on.open(view("plan"), LEADS);
    const due = on.el.querySelector(".due-now")!;
    expect(due.textContent).toContain("2 experiments of this team are due for review:");
    await click(due, "Start the review: Call before we write");
    expect(sent(host)).toEqual([
      { kind: "experiments.focus", activity: "board", experiment: "call" },
      { kind: "experiments.move_phase", activity: "board", phase: "expect" },
    ]);
  });

  it("stays where it is if the room does not follow", async () => {
    const host = await on.open(view("plan"), LEADS);
    host.send.mockRejectedValueOnce(new Refused("unknown_experiment", "It is gone."));
    await click(on.el.querySelector(".due-now")!, "Start the review: Call before we write");
    expect(sent(host)).toHaveLength(1);
    expect(on.el.querySelector("[role=alert]")?.textContent).toContain("It is gone.");
  });

  it("is not said to others here, nor where nothing is due", async () => {
    await on.open(view("plan"));
    expect(on.el.querySelector(".due-now")).toBeNull();
    await on.again(many(3), LEADS);
    expect(on.el.querySelector(".due-now")).toBeNull();
  });
});

describe("what everyone looks at", () => {
  it("stands above the board, locked, without its verdict", async () => {
    await on.open(focused("plan"));
    const focus = on.el.querySelector(".focus-part")!;
    expect(focus.textContent).toContain("Most questions can be settled by a call");
    expect(focus.textContent).toContain("it is at least 50%");
    expect(focus.textContent).toContain("The card was locked on 1 December 2025.");
    expect(focus.querySelector(".verdict")).toBeNull();
    expect(focus.querySelector("svg[role=img]")).not.toBeNull();
    expect(on.text()).not.toContain("Back to the whole board");
  });

  it("is left by the facilitator for the whole board", async () => {
    const host = await on.open(focused("plan"), LEADS);
    await click(on.el, "Back to the whole board");
    expect(sent(host)).toEqual([{ kind: "experiments.focus", activity: "board" }]);
  });

  it("is announced", async () => {
    const host = await on.open(view("plan"));
    host.view.value = focused("plan");
    await settle();
    host.view.value = changed("expect", {});
    await settle();
    expect(host.said).toEqual(["Now: Call before we write", "Now: say what you expect."]);
  });
});
