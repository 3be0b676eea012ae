import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, listing, named, press, settle, type, type FakeHost } from "../fake-host";
import { HOSTILE, ME, review } from "./fixtures";
import { mount } from ".";
import type { ReviewView } from "./view";

const LEADS: Partial<Host> = { role: "facilitator" };
const LOOKS: Partial<Host> = { role: "observer" };

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: ReviewView, more: Partial<Host> = {}, me: object = ME) {
  const host = fakeHost(view, more, more.role === "observer" ? {} : me);
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const text = () => el.textContent ?? "";
const card = (at: number) => el.querySelectorAll(".card")[at]?.textContent ?? "";
const radio = (within: Element, label: string) =>
  Array.from(within.querySelectorAll("label")).find((one) => one.textContent === label)!;

describe("looking back", () => {
  it("says of each action whose it is, by when, how likely, and how it stood before", async () => {
    await open(review("look"));
    expect(card(0)).toContain("Priya · by 4 December 2025 · how likely: 4 of 5");
    expect(card(0)).toContain("from “Waiting”");
    expect(card(0)).toContain("Looked at 2 times before");
    expect(card(0)).toContain("Last time: They asked for a draft");
    expect(card(2)).toContain("Not looked at yet");
    expect(card(2)).toContain("Keep doing");
  });

  it("calls overdue what was due before today, and nothing else", async () => {
    await open(review("look"));
    const late = Array.from(el.querySelectorAll(".card"), (one) =>
      one.textContent!.includes("Overdue"),
    );
    expect(late).toEqual([true, false, false]);
  });

  it("promises what is true, and counts who has looked", async () => {
    await open(review("look"));
    expect(text()).toContain("Nobody is shown who said what.");
    expect(text()).toContain("3 of 14 people have looked back");
  });

  it("asks otherwise about what goes on and on", async () => {
    await open(review("look"));
    const groups = Array.from(el.querySelectorAll("fieldset"), (one) => one.textContent);
    expect(groups[0]).toBe("How did it go: Ask LegalDonePartlyNot yet");
    expect(groups[2]).toBe("Did we keep doing it: Hear two callsYesSometimesNo");
  });

  it("keeps a mark at once, with the note that is there already", async () => {
    const host = await open(review("look"));
    radio(el.querySelectorAll("fieldset")[0]!, "Done").click();
    radio(el.querySelectorAll("fieldset")[2]!, "Sometimes").click();
    await settle();
    expect(sent(host)).toEqual([
      {
        kind: "action_review.mark",
        activity: "board",
        action: "legal",
        mark: "done",
        note: "Half of it",
      },
      { kind: "action_review.mark", activity: "board", action: "calls", mark: "partly" },
    ]);
  });

  it("takes a note once there is a mark, and gives it back where it is refused", async () => {
    const host = await open(review("look"));
    expect(el.querySelectorAll("textarea")).toHaveLength(1);
    const field = el.querySelector("textarea")!;
    expect(field.value).toBe("Half of it");
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    await type(field, " All of it ");
    await click(el, "Save note Ask Legal");
    expect(sent(host)[0]).toMatchObject({ mark: "partly", note: "All of it" });
    expect(field.value).toBe(" All of it ");
    expect(el.querySelector("[role=alert]")?.textContent).toContain("Too long.");
    await press(field, "Enter");
    expect(sent(host)).toHaveLength(2);
    expect(host.said).toEqual(["Note saved"]);
  });

  it("lets me take my answer back", async () => {
    const host = await open(review("look"));
    await click(el, "Take my answer back about: Ask Legal");
    expect(sent(host)).toEqual([
      { kind: "action_review.take_mark_back", activity: "board", action: "legal" },
    ]);
  });

  it("says so where there is nothing to look back on", async () => {
    await open(review("look", { actions: listing({}), phases: ["look"], looked: 0 }));
    expect(text()).toContain("There is nothing to look back on yet");
    expect(el.querySelectorAll("input, button")).toHaveLength(0);
  });
});

describe("deciding", () => {
  it("shows everyone what is talked about with its counts and notes, as text", async () => {
    await open(review("decide"));
    const now = el.querySelector(".card.now")!;
    expect(now.textContent).toContain("Talking about this now");
    expect(Array.from(now.querySelectorAll(".bars li"), (row) => row.textContent)).toEqual([
      "Done2 people",
      "Partly1 person",
      "Not yet0 people",
    ]);
    expect(Array.from(now.querySelectorAll(".notes li"), (note) => note.textContent)).toEqual([
      "One call did it",
      HOSTILE,
    ]);
    expect(el.querySelector("img, b > b")).toBeNull();
    expect(now.querySelector("form")).toBeNull();
    expect(text()).toContain("0 of 3 decided");
    expect(card(2)).toContain("Sometimes: 3");
  });

  it("writes down what came of it, and goes on to the next with the focus", async () => {
    const host = await open(review("decide"), LEADS);
    const now = () => el.querySelector(".card.now")!;
    radio(now(), "It is done").click();
    await settle();
    expect(now().querySelector("[type=date]")).toBeNull();
    await type(named(now(), "What came of it (you can leave it empty)"), " Approved ");
    await click(now(), "Save");
    expect(sent(host)).toEqual([
      {
        kind: "action_review.decide",
        activity: "board",
        action: "legal",
        decision: "done",
        outcome: "Approved",
      },
    ]);
    const decided = { ...review("decide").actions.items["legal"]!, decision: "done" as const };
    const { actions } = review("decide");
    host.view.value = review("decide", {
      focus: "letters",
      actions: { ...actions, items: { ...actions.items, legal: decided } },
    });
    await settle();
    expect(document.activeElement).toBe(el.querySelector(".card.now h3"));
    expect(document.activeElement?.textContent).toBe(HOSTILE);
    expect(el.querySelector("li.card .decided")?.textContent).toBe("Done.");
    expect(host.said).toContain("Saved");
  });

  it("gives what goes on another owner and another day", async () => {
    const host = await open(review("decide"), LEADS);
    const now = el.querySelector(".card.now")!;
    radio(now, "It goes on").click();
    await settle();
    expect((named(now, "Who (leave empty if nobody yet)") as HTMLInputElement).value).toBe("Priya");
    await type(named(now, "Who (leave empty if nobody yet)"), "Cai");
    const day = named(now, "By when (you can leave it empty)") as HTMLInputElement;
    expect(day.value, "the old one has gone by").toBe("");
    await type(day, "2026-02-06");
    await click(now, "Save");
    expect(sent(host)).toEqual([
      {
        kind: "action_review.decide",
        activity: "board",
        action: "legal",
        decision: "keep",
        owner: "Cai",
        due: "2026-02-06",
      },
    ]);
  });

  it("needs a choice before it saves", async () => {
    const host = await open(review("decide"), LEADS);
    await click(el.querySelector(".card.now")!, "Save");
    expect(host.send).not.toHaveBeenCalled();
    expect(text()).toContain("Choose what becomes of it first.");
    expect(document.activeElement).toBe(el.querySelector(".card.now input[type=radio]"));
  });

  it("keeps what was written where it is refused", async () => {
    const host = await open(review("decide"), LEADS);
    const now = el.querySelector(".card.now")!;
    radio(now, "We drop it").click();
    await settle();
    await type(named(now, "What came of it (you can leave it empty)"), "No need any more");
    host.send.mockRejectedValueOnce(new Refused("try_again", "Not saved."));
    await click(now, "Save");
    expect(now.querySelector("textarea")!.value).toBe("No need any more");
    expect(now.querySelector("[role=alert]")?.textContent).toContain("Not saved.");
  });

  it("offers what is kept doing to go on, to be a habit, or to stop; it has no day", async () => {
    await open(review("decide", { focus: "calls" }), LEADS);
    const now = el.querySelector(".card.now")!;
    const options = Array.from(now.querySelectorAll("fieldset label"), (one) => one.textContent);
    expect(options).toEqual(["It is a habit now", "We keep doing it", "We stop it"]);
    radio(now, "We keep doing it").click();
    await settle();
    expect(now.querySelector("[type=date]")).toBeNull();
  });

  it("brings everyone to another action, and makes a new action of one", async () => {
    const host = await open(review("decide"), LEADS);
    await click(el, "Talk about this: Hear two calls");
    expect(sent(host)).toEqual([
      { kind: "action_review.focus", activity: "board", action: "calls" },
    ]);
    await click(el, "Make an action from: Ask Legal");
    expect(el.querySelector(".action-form")?.textContent).toContain("from “Ask Legal”");
  });

  it("changes what was decided, and Escape leaves it as it was", async () => {
    const { actions } = review("decide");
    const legal = { ...actions.items["legal"]!, decision: "done" as const, outcome: "Approved" };
    const view = review("decide", {
      focus: "letters",
      actions: { ...actions, items: { ...actions.items, legal } },
    });
    const host = await open(view, LEADS);
    expect(el.querySelector("li .decided")?.textContent).toBe("Done. Approved");
    await click(el, "Change what was decided about: Ask Legal");
    const form = el.querySelector("li form")!;
    await press(form, "Escape");
    expect(el.querySelector("li form")).toBeNull();
    await click(el, "Change what was decided about: Ask Legal");
    radio(el.querySelector("li form")!, "We drop it").click();
    await settle();
    await click(el.querySelector("li form")!, "Save");
    expect(sent(host)[0]).toMatchObject({ action: "legal", decision: "drop", outcome: "Approved" });
  });

  it("says so once everything is decided", async () => {
    const { focus: _focus, ...rest } = review("decide");
    const done = Object.fromEntries(
      Object.entries(rest.actions.items).map(([id, one]) => [
        id,
        { ...one, decision: "done" as const },
      ]),
    );
    await open({ ...rest, actions: { ...rest.actions, items: done } } as ReviewView);
    expect(text()).toContain("3 of 3 decided");
    expect(text()).toContain("Everything is decided.");
    expect(text()).not.toContain("Overdue");
  });
});

describe("everyone", () => {
  it.each(["look", "decide"])("an observer has nothing to press in %s", async (phase) => {
    await open(review(phase), LOOKS);
    expect(el.querySelectorAll("button, input, select, textarea")).toHaveLength(0);
  });

  it("hears of each phase, and of what is talked about now", async () => {
    const host = await open(review("look"));
    host.view.value = review("decide");
    await settle();
    host.view.value = review("decide", { focus: "calls" });
    await settle();
    expect(host.said).toEqual([
      "Here is how people think it went. Now: decide together.",
      "Talking about now: Hear two calls",
    ]);
  });
});
