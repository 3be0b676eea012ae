import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, named, settle, type } from "../fake-host";
import { ASKING, HOSTILE, SHOWN } from "./fixtures";
import type { HealthView } from "./view";
import { mount } from ".";

let el: HTMLElement;
let end: () => void;
beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  end();
  el.remove();
});

async function open(view: HealthView, me: object = {}, more: Partial<Host> = {}) {
  const host = fakeHost(view, more, me);
  end = mount(el, host as never);
  await settle();
  return host;
}

const heading = () => el.querySelector<HTMLElement>("[data-thing=topic] h3")!;
const RATE = { kind: "health.rate", activity: "board", topic: "flow" };

describe("answering", () => {
  it("asks about one topic at a time, with what good and bad look like", async () => {
    await open(ASKING);
    expect(heading().textContent).toBe("Flow");
    expect(el.textContent).toContain("Work moves.");
    expect(el.textContent).toContain("Much is begun.");
    expect(el.textContent).toContain("Topic 1 of 3");
  });

  it("says light and trend together, so that neither undoes the other", async () => {
    const host = await open(ASKING, { ratings: { flow: { trend: "worse" } } });
    await click(el, "! Redin trouble");
    expect(host.send).toHaveBeenCalledWith({ ...RATE, light: "red", trend: "worse" });
    await click(el, "↑ Getting better");
    expect(host.send).toHaveBeenLastCalledWith({ ...RATE, trend: "better" });
  });

  it("has a sign and words beside each colour", async () => {
    await open(ASKING);
    const labels = Array.from(el.querySelectorAll(".lights label"), (one) => one.textContent);
    expect(labels).toEqual([
      "✓ Greengoing well",
      "~ Ambersome problems",
      "! Redin trouble",
      "? I can’t say",
    ]);
  });

  it("begins where one left off, and goes there and back by its heading", async () => {
    await open(ASKING, { ratings: { flow: { light: "green" } } });
    expect(heading().textContent).toBe("Pace");
    await click(el, "Next topic");
    expect(heading().textContent).toBe("Users");
    expect(document.activeElement).toBe(heading());
    await click(el, "Next topic");
    expect(heading().textContent).toBe("Users");
    await click(el, "Previous topic");
    await click(el, "Previous topic");
    expect(heading().textContent).toBe("Flow");
  });

  it("shows what is kept, and lets me take it back", async () => {
    const all = { flow: { light: "green" }, pace: { light: "red" }, users: { light: "amber" } };
    const host = await open(ASKING, { ratings: all });
    expect((named(el, "✓ Greengoing well") as HTMLInputElement).checked).toBe(true);
    expect(el.querySelector("[role=status]")?.textContent).toContain(
      "You have answered everything.",
    );
    await click(el, "Take this answer back");
    expect(host.send).toHaveBeenCalledWith(RATE);
  });

  it("tells how far I am", async () => {
    await open(ASKING, { ratings: { pace: { light: "red" } } });
    expect(el.querySelector("[role=status]")?.textContent).toBe("1 of 3 topics answered");
  });
});

describe("a comment", () => {
  const WRITE = { kind: "health.write", activity: "board", topic: "flow" };

  it("is kept, and given back where it is refused", async () => {
    const host = await open(ASKING);
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    await type(named(el, "Your comment"), " Slow ");
    await click(el, "Keep my comment");
    expect(host.send).toHaveBeenCalledWith({ ...WRITE, text: "Slow" });
    expect((named(el, "Your comment") as HTMLTextAreaElement).value).toBe("Slow");
    expect(el.querySelector("[role=alert]")?.textContent).toContain("Too long.");
    await click(el, "Keep my comment");
    expect(host.said).toEqual(["Comment kept"]);
  });

  it("can be taken back", async () => {
    const host = await open(ASKING, { comments: { flow: "Slow" } });
    expect((named(el, "Your comment") as HTMLTextAreaElement).value).toBe("Slow");
    await click(el, "Take my comment back");
    expect(host.send).toHaveBeenCalledWith({ ...WRITE, text: "" });
  });

  it("may be emptied while it is written anew", async () => {
    await open(ASKING, { comments: { flow: "Slow" } });
    await type(named(el, "Your comment"), "");
    expect((named(el, "Your comment") as HTMLTextAreaElement).value).toBe("");
  });

  it("stays with its topic", async () => {
    await open(ASKING);
    await type(named(el, "Your comment"), "About flow");
    await click(el, "Next topic");
    expect((named(el, "Your comment") as HTMLTextAreaElement).value).toBe("");
    await click(el, "Previous topic");
    expect((named(el, "Your comment") as HTMLTextAreaElement).value).toBe("About flow");
  });
});

describe("whoever leads or looks on", () => {
  it("sees the topics and how many have answered, and nothing to press on the wall", async () => {
    await open(ASKING, {}, { role: "observer" });
    expect(el.textContent).toContain("4 of 14 people have answered");
    expect(el.textContent).toContain("Users");
    expect(el.querySelectorAll("input, button, summary")).toHaveLength(0);
  });

  it("has the facilitator's own answers folded away", async () => {
    await open(ASKING, { ratings: { flow: { light: "red" } } }, { role: "facilitator" });
    expect(el.querySelector<HTMLDetailsElement>("details.late")?.open).toBe(false);
  });
});

describe("results", () => {
  const cards = () => Array.from(el.querySelectorAll(".topic h3"), (one) => one.textContent);
  const parts = (card: string) =>
    Array.from(el.querySelectorAll(`[data-thing=${card}] .light-bar`), (bar) =>
      Array.from(bar.querySelectorAll("li .unseen"), (part) => part.textContent),
    );

  it("come with the most worrying topic first, this time above the last time", async () => {
    await open(SHOWN);
    expect(cards()).toEqual(["Pace", "Flow", "Users"]);
    expect(parts("flow")).toEqual([
      ["3 green", "1 can’t say"],
      ["2 amber", "1 red"],
    ]);
    expect(el.querySelector("[data-thing=flow]")?.textContent).toContain(
      "Last time, 2 October 2026",
    );
    expect(el.querySelector("[data-thing=users]")?.textContent).toContain(
      "Nobody said how this is.",
    );
  });

  it("say the numbers with signs beside the colours", async () => {
    await open(SHOWN);
    const bar = el.querySelector("[data-thing=pace] .light-bar")!;
    const seen = Array.from(bar.querySelectorAll("[aria-hidden]"), (part) => part.textContent);
    expect(seen).toEqual(["~ 1", "! 3"]);
    expect(el.querySelector("[data-thing=pace] .trend-counts")?.textContent).toBe(
      "↓ 4 getting worse",
    );
  });

  it("show comments as texts, and nothing else", async () => {
    await open(SHOWN);
    expect(el.querySelector(".health-comments li")?.textContent).toBe(HOSTILE);
    expect(el.querySelector(".health-comments img, .health-comments b")).toBeNull();
  });

  it("mark my own to me, and never on the screen of whoever leads", async () => {
    const mine = { ratings: { flow: { light: "green", trend: "same" } } };
    await open(SHOWN, mine);
    expect(el.textContent).toContain("Your answer: ✓ Green, → Staying the same");
    end();
    await open(SHOWN, mine, { role: "facilitator" });
    expect(el.textContent).not.toContain("Your answer");
  });

  it("put first what is talked about", async () => {
    const host = await open(SHOWN, {}, { role: "facilitator" });
    await click(el, "Talk about next: Pace");
    expect(host.send).toHaveBeenCalledWith({
      kind: "health.focus",
      activity: "board",
      topic: "pace",
    });
    host.view.value = { ...SHOWN, focus: "flow" };
    await settle();
    expect(cards()).toEqual(["Flow", "Pace", "Users"]);
    expect(host.said).toEqual(["Talking about now: Flow"]);
    await click(el, "Stop talking about this: Flow");
    expect(host.send).toHaveBeenLastCalledWith({
      kind: "health.focus",
      activity: "board",
      topic: null,
    });
  });

  it("lead to an action about a topic", async () => {
    const host = await open(SHOWN);
    await click(el, "Make an action from: Pace");
    await type(named(el, "What will we do?"), "Fewer meetings");
    await click(el, "Add action");
    expect(host.send).toHaveBeenCalledWith({
      kind: "team.add_action",
      text: "Fewer meetings",
      activity: "board",
      target: "pace",
    });
  });

  it("show the wall comments of what is talked about alone", async () => {
    const host = await open(SHOWN, {}, { role: "observer" });
    expect(el.textContent).not.toContain("Worn out");
    expect(el.querySelectorAll("button, summary")).toHaveLength(0);
    host.view.value = { ...SHOWN, focus: "pace" };
    await settle();
    expect(el.textContent).toContain("Worn out");
  });

  it("say so where nobody answered", async () => {
    const results = { ...SHOWN.results!, answered: 0 };
    await open({ ...SHOWN, results });
    expect(el.textContent).toContain("Nobody has answered.");
    expect(cards()).toEqual([]);
  });

  it("are announced when they come, and a new round begins empty", async () => {
    const host = await open(ASKING);
    host.view.value = SHOWN;
    await settle();
    expect(host.said).toEqual(["The results are here."]);
    host.view.value = { ...ASKING, round: 2 };
    await settle();
    expect(heading().textContent).toBe("Flow");
  });
});
