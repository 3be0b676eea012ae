import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, listing, named, press, settle, type, type FakeHost } from "../fake-host";
import { HOSTILE, map, ME, ROUNDS } from "./fixtures";
import { mount } from ".";
import type { GoalsMe, GoalsView } from "./view";

let el: HTMLElement;
let end: () => void;

beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: GoalsView, more: Partial<Host> = {}, me: GoalsMe = ME) {
  const host = fakeHost(view, more, more.role === "observer" ? {} : me);
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const text = () => el.textContent ?? "";
const LEADS = { role: "facilitator" } as const;
const LOOKS = { role: "observer" } as const;
const row = (id: string) => el.querySelector<HTMLElement>(`.outline [data-thing="${id}"]`)!;

async function choose(label: string, value: string): Promise<void> {
  const all = Array.from(el.querySelectorAll("label"));
  const id = all.find((one) => one.textContent === label)!.htmlFor;
  const select = document.getElementById(id) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
}

describe("drafting", () => {
  it("promises what is true, and counts what everyone wrote", async () => {
    await open(map("draft"));
    expect(text()).toContain("No screen or export shows what you write until");
    expect(text()).toContain("7 items so far from everyone");
    expect(text()).toContain("People get the help they are owed");
  });

  it("sends an item with all that was said of it, and keeps the level for the next", async () => {
    const host = await open(map("draft"));
    named(el, "△ Outcome").click();
    await settle();
    const field = named(el, "The outcome, in a few words") as HTMLTextAreaElement;
    await type(field, " Fewer calls ");
    await type(named(el, "Whose is it? A team or a role"), "Call centre");
    await type(named(el, "What could we count to see it change?"), "Calls");
    await type(named(el, "Now"), "900");
    await click(el, "Add to the map");
    expect(sent(host)).toEqual([
      {
        kind: "goals.add_item",
        activity: "board",
        level: "outcome",
        text: "Fewer calls",
        owner: "Call centre",
        measure: { name: "Calls", baseline: 900 },
      },
    ]);
    expect(field.value).toBe("");
    expect(document.activeElement).toBe(field);
    expect((named(el, "△ Outcome") as HTMLInputElement).checked).toBe(true);
  });

  it("asks gently what changes where a goal reads like a thing to make, and takes it still", async () => {
    const host = await open(map("draft"));
    await type(named(el, "The goal, in a few words"), "Launch the portal");
    expect(el.querySelector("form [role=status]")?.textContent).toContain(
      "What changes, and for whom?",
    );
    await click(el, "Add to the map");
    expect(host.send).toHaveBeenCalled();
  });

  it("brings everything back where an item is refused, with the reason", async () => {
    const host = await open(map("draft"));
    host.send.mockRejectedValueOnce(new Refused("too_many", "Too many already."));
    const field = named(el, "The goal, in a few words") as HTMLTextAreaElement;
    await type(field, "Do not lose me");
    await click(el, "Add to the map");
    expect(field.value).toBe("Do not lose me");
    expect(el.querySelector("form [role=alert]")?.textContent).toContain("Too many already.");
  });

  it("lets me change and delete what is mine", async () => {
    const host = await open(map("draft"));
    await click(el, "Edit: My goal");
    const fields = el.querySelectorAll<HTMLTextAreaElement>("textarea");
    await type(fields[1]!, "My better goal");
    await click(el, "Save");
    await click(el, "Delete: My goal");
    await click(el.querySelector(".ask")!, "Delete");
    expect(sent(host)).toEqual([
      { kind: "goals.edit_item", activity: "board", item: "mine", text: "My better goal" },
      { kind: "goals.delete_item", activity: "board", item: "mine" },
    ]);
  });
});

it("drafting again, I change what is mine among what everyone sees", async () => {
  const again = map("draft", { items: map("link").items, hidden: 0 });
  const host = await open(again, {}, { items: listing({ clear: again.items.items["clear"]! }) });
  expect(text()).toContain("Nothing yet.");
  expect(el.querySelectorAll(".outline [data-act=open]")).toHaveLength(1);
  await click(el, "Links and more: Letters people understand");
  await click(el, "Delete: Letters people understand");
  await click(el.querySelector(".ask")!, "Delete");
  expect(sent(host)).toEqual([{ kind: "goals.delete_item", activity: "board", item: "clear" }]);
});

describe("linking in the list", () => {
  it("says what serves what, and shows what people wrote as text", async () => {
    await open(map("link"));
    expect(row("clear").textContent).toContain("Serves “People get the help they are owed”");
    expect(row("trust").textContent).toContain(HOSTILE);
    expect(el.querySelector("img, b b")).toBeNull();
  });

  it("adds a link upwards by choosing, and offers nothing else", async () => {
    const host = await open(map("link"));
    await click(el, `Links and more: ${HOSTILE}`);
    const offered = Array.from(row("trust").querySelectorAll("select")[0]!.options, (o) => o.value);
    expect(offered).toEqual(["", "vision", "clear", "launch"]);
    await choose("Say what it serves", "clear");
    await click(row("trust").querySelector(".link-list")!, "Link");
    expect(sent(host)).toEqual([
      { kind: "goals.add_link", activity: "board", child: "trust", parent: "clear" },
    ]);
  });

  it("adds a link downwards, and takes one away", async () => {
    const host = await open(map("link"));
    await click(el, "Links and more: Letters people understand");
    await choose("Say what serves it", "trust");
    await click(row("clear").querySelectorAll(".link-list")[1]!, "Link");
    await click(el, "Take away the link to: Fewer calls about letters");
    expect(sent(host)).toEqual([
      { kind: "goals.add_link", activity: "board", child: "trust", parent: "clear" },
      { kind: "goals.remove_link", activity: "board", child: "fewer", parent: "clear" },
    ]);
  });

  it("shows a refusal where the link was wished for", async () => {
    const host = await open(map("link"));
    await click(el, "Links and more: Letters people understand");
    host.send.mockRejectedValueOnce(new Refused("wrong_level", "A link goes up."));
    await click(el, "Take away the link to: Fewer calls about letters");
    expect(row("clear").querySelector("[role=alert]")?.textContent).toContain("A link goes up.");
  });

  it("lets the facilitator add and delete, and nobody else", async () => {
    await open(map("link"), LEADS);
    await click(el, "Links and more: Letters people understand");
    expect(named(el, "Delete: Letters people understand")).toBeTruthy();
    expect(named(el, "Add to the map")).toBeTruthy();
    end();
    await open(map("link"));
    await click(el, "Links and more: Letters people understand");
    expect(text()).not.toContain("Delete");
    expect(text()).not.toContain("Add to the map");
  });
});

describe("the picture", () => {
  const box = (id: string) => el.querySelector<SVGElement>(`[data-box="${id}"]`)!;

  it("has a named box for each item and a line for each link", async () => {
    await open(map("link"));
    expect(el.querySelectorAll("[data-box]")).toHaveLength(7);
    expect(el.querySelectorAll(".map-links path")).toHaveLength(3);
    expect(box("clear").getAttribute("aria-label")).toBe("Goal: Letters people understand");
  });

  it("is one stop of the Tab key, and arrow keys go from box to box", async () => {
    await open(map("link"));
    const stops = el.querySelectorAll('[data-box][tabindex="0"]');
    expect(stops).toHaveLength(1);
    (stops[0] as SVGElement).focus();
    await press(document.activeElement!, "ArrowRight");
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Goal:");
  });

  it("opens the same tools as the list, and gives the focus back", async () => {
    const host = await open(map("link"));
    box("clear").focus();
    await press(box("clear"), "Enter");
    const chosen = el.querySelector<HTMLElement>(".chosen-item")!;
    expect(document.activeElement).toBe(chosen);
    await click(chosen, "Take away the link to: Fewer calls about letters");
    expect(sent(host)[0]).toMatchObject({ kind: "goals.remove_link", child: "fewer" });
    await press(chosen, "Escape");
    expect(document.activeElement).toBe(box("clear"));
  });

  it("can be made larger and smaller", async () => {
    await open(map("link"));
    const width = () => Number(el.querySelector("svg.map")!.getAttribute("width"));
    const before = width();
    await click(el, "Make the map larger");
    expect(width()).toBeGreaterThan(before);
    await click(el, "Show all");
    expect(width()).toBe(before);
  });

  it("gives an observer nothing to press", async () => {
    await open(map("link"), LOOKS);
    expect(el.querySelectorAll("button, select, input, [role=button]")).toHaveLength(0);
    expect(box("clear")).toBeTruthy();
  });
});

describe("line of sight", () => {
  it("names what it finds, and says so where there is nothing", async () => {
    await open(map("link"));
    const findings = Array.from(el.querySelectorAll(".finding"), (one) => one.textContent);
    expect(findings[0]).toContain("Launch the new portal");
    expect(findings[1]).toContain("Move to the new server");
    expect(findings[3]).toContain("People call because they do not understand");
    expect(findings[4]).toContain("50%");
    end();
    const none = { unserved: [], aimless: [], unmeasured: [], assumptions: [], share: {} };
    await open(map("link", { sight: none }));
    expect(text()).toContain("Every goal has some work.");
    expect(text()).toContain("There is no work on the map yet.");
  });
});

describe("rating", () => {
  it("asks about one goal at a time, and starts where I left off", async () => {
    const answered = { clear: { clear: "4", matters: "5", my_work: "cannot_say" } };
    await open(map("rate"), {}, { ratings: answered });
    expect(text()).toContain("Goal 2 of 2");
    expect(el.querySelectorAll("fieldset")).toHaveLength(3);
    await click(el, "Previous goal");
    expect(document.activeElement?.textContent).toBe("Letters people understand");
    expect(el.querySelectorAll("input:checked")).toHaveLength(3);
  });

  it("sends an answer, another one instead, and none", async () => {
    const host = await open(map("rate"));
    const [first, second] = Array.from(el.querySelectorAll("fieldset"));
    named(second!, "5 completely").click();
    named(second!, "I can’t say").click();
    await click(first!, "Take this answer back");
    const wish = { activity: "board", item: "clear" };
    expect(sent(host)).toEqual([
      { kind: "goals.rate", ...wish, question: "matters", answer: "5" },
      { kind: "goals.rate", ...wish, question: "matters", answer: "cannot_say" },
      { kind: "goals.unrate", ...wish, question: "clear" },
    ]);
  });

  it("promises privacy, tells how many have answered, and shows what I said last time", async () => {
    const earlier = { clear: { clear: "2" } };
    await open(map("re-rate", { round: 2, raters: 9 }), {}, { earlier });
    expect(text()).toContain("No screen or export shows any answers");
    expect(text()).toContain("9 of 14 people have answered");
    expect(text()).toContain("Last time you answered: 2");
  });

  it("shows the facilitator the count and the goals, and an observer no controls", async () => {
    await open(map("rate", { raters: 1 }), LEADS);
    expect(text()).toContain("1 of 14 people has answered");
    expect(el.querySelector("details .ballot")).toBeTruthy();
    end();
    await open(map("rate"), LOOKS);
    expect(el.querySelectorAll("input, button")).toHaveLength(0);
    expect(text()).toContain("Letters people understand");
  });

  it("says so where there is no goal", async () => {
    await open(map("rate", { items: listing({}) }));
    expect(text()).toContain("There are no goals on the map yet");
  });
});

describe("the answers", () => {
  const verdicts = () =>
    Array.from(el.querySelectorAll(".goal-results .verdict"), (one) => one.textContent);

  it("stand most mixed first, as counts with plain words, for every kind of answer", async () => {
    await open(map("reveal"));
    const titles = Array.from(el.querySelectorAll(".goal-results h3"), (one) => one.textContent);
    expect(titles).toEqual(["Launch the new portal", "Letters people understand"]);
    expect(verdicts()).toEqual([
      "1 Only one person answered.",
      "– Nobody answered.",
      "◐ Answers are mixed. Middle answer: 3",
      "● People see this much alike. Middle answer: 5",
      "○ People see this differently. Middle answer: 3",
      "? Everyone said that they can’t say.",
    ]);
    const numbers = el.querySelectorAll(".spread")[2]!.querySelectorAll("td");
    expect(Array.from(numbers, (one) => one.textContent)).toEqual(["2", "3", "3", "2", "2", "1"]);
  });

  it("are shown by perspective only where the room sends them", async () => {
    await open(map("reveal"));
    const by = el.querySelectorAll(".by");
    expect(by).toHaveLength(1);
    expect(by[0]!.textContent).toContain("leaders");
  });

  it("stand beside those of the round before", async () => {
    await open(map("discuss", { rounds: ROUNDS, round: 2 }));
    expect(text()).toContain("round 2");
    expect(text()).toContain("middle answer 3 → 4");
  });

  it("name my own to me, and to nobody who may be projected", async () => {
    await open(map("reveal"));
    expect(text()).toContain("Your answer: 4");
    end();
    await open(map("reveal"), LEADS);
    expect(text()).not.toContain("Your answer");
  });

  it("never speak of significance", async () => {
    await open(map("discuss", { rounds: ROUNDS }), LEADS);
    expect(text()).not.toMatch(/signific|p-value|p =/i);
  });

  it("are one table for the facilitator, whose goals can be talked about", async () => {
    const host = await open(map("discuss"), LEADS);
    const cells = Array.from(
      el.querySelectorAll(".heat tbody tr:nth-child(2) td"),
      (one) => one.querySelector("b")?.textContent,
    );
    expect(cells).toEqual(["0.72", "−1.00", undefined]);
    await click(el.querySelector(".heat")!, "Launch the new portal");
    await click(el, "Talk about this: Letters people understand");
    expect(sent(host)).toEqual([
      { kind: "goals.focus", activity: "board", item: "launch" },
      { kind: "goals.focus", activity: "board", item: "clear" },
    ]);
  });

  it("put what is talked about first, and say so", async () => {
    const host = await open(map("discuss"));
    host.view.value = map("discuss", { focus: "clear" });
    await settle();
    expect(el.querySelector(".goal-results h3")?.textContent).toBe("Letters people understand");
    expect(host.said).toEqual(["Talking about now: Letters people understand"]);
  });

  it("can become an action that keeps its link", async () => {
    const host = await open(map("discuss"));
    await click(el, "Make an action from: Letters people understand");
    await type(named(el, "What will we do?"), "Read letters aloud");
    await click(el, "Add action");
    expect(sent(host)).toEqual([
      {
        kind: "team.add_action",
        text: "Read letters aloud",
        activity: "board",
        target: "clear",
      },
    ]);
  });

  it("have the map with an action from an outcome beside them", async () => {
    await open(map("agree"));
    await click(el, "Map and list");
    await click(el, "Links and more: Fewer calls about letters");
    expect(named(el, "Make an action from: Fewer calls about letters")).toBeTruthy();
    await click(el, "Line of sight");
    expect(text()).toContain("Share of work by goal");
  });

  it("say so where nobody has rated", async () => {
    await open(map("reveal", { rounds: [] }));
    expect(text()).toContain("Nobody has rated the goals yet.");
    end();
    await open(map("reveal", { rounds: [{ round: 1, raters: 0, goals: {}, order: [] }] }));
    expect(text()).toContain("Nobody answered in this round.");
  });

  it("leave an observer nothing to press", async () => {
    await open(map("discuss"), LOOKS);
    expect(el.querySelectorAll("button, input, select, textarea")).toHaveLength(0);
  });
});

it("each phase is announced", async () => {
  const host = await open(map("draft"));
  host.view.value = map("link");
  await settle();
  expect(host.said).toEqual(["The map is open to all. Now: say what serves what."]);
});
