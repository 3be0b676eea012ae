import { describe, expect, it } from "vitest";
import { Refused } from "../../host";
import { click, named, press, settle, type } from "../fake-host";
import { COUNTED, changed, focused, RUNNING, TIMES, view } from "./fixtures";
import { choose, LEADS, sent, stage } from "./opening";
import type { Plan } from "./view";

const on = stage();
const panel = () => on.el.querySelector<HTMLElement>(".card-panel")!;
const ABOUT = { activity: "board", experiment: "planned" };
const CALL = { activity: "board", experiment: "call" };

async function opened(title: string, shown = view("plan")) {
  const host = await on.open(shown, LEADS);
  named(on.el, `Open: ${title}`).focus();
  await click(on.el, `Open: ${title}`);
  return host;
}

async function unfold(summary: string): Promise<void> {
  const all = Array.from(panel().querySelectorAll("summary"));
  const details = all.find((one) => one.textContent === summary)!.parentElement;
  (details as HTMLDetailsElement).open = true;
  details!.dispatchEvent(new Event("toggle"));
  await settle();
}

describe("a card that is open", () => {
  it("is for the facilitator alone, begins at its name, and gives the focus back", async () => {
    await opened("Shorter letters");
    expect(document.activeElement?.textContent).toBe("Shorter letters");
    await click(panel(), "Close the card");
    expect(document.activeElement).toBe(named(on.el, "Open: Shorter letters"));
    await on.again(view("plan"));
    expect(on.text()).not.toContain("Open");
  });

  it("is brought to everyone's screens, and away again", async () => {
    const host = await opened("Call before we write");
    await click(panel(), "Look at this together");
    host.view.value = focused("plan");
    await settle();
    await click(panel(), "Look at this together");
    expect(sent(host)).toEqual([
      { kind: "experiments.focus", ...CALL },
      { kind: "experiments.focus", activity: "board" },
    ]);
  });
});

describe("writing a card", () => {
  it("sends its sentences, with shares in percent and guardrails with their units", async () => {
    const host = await opened("<img src=x onerror=alert(1)><b>bold</b>");
    await type(named(panel(), "We believe that"), "Texts remind people");
    await type(named(panel(), "And measure"), "People who come");
    named(panel(), "how many of how many").click();
    await settle();
    await type(named(panel(), "this many percent"), "62,5");
    await type(named(panel(), "How many cases in all"), "200");
    await type(named(panel(), "Review on"), "2026-03-01");
    await click(panel(), "Add something that must not get worse");
    await type(named(panel(), "What"), "Complaints");
    await type(named(panel(), "Limit"), "3");
    await type(named(panel(), "Unit"), "a week");
    await click(panel(), "Save the card");
    const plan = sent(host)[0]!["plan"] as Plan;
    expect(plan).toMatchObject({
      belief: "Texts remind people",
      measure: { name: "People who come", form: "count" },
      criterion: { threshold: 0.625, direction: "at_least", compare: "level" },
      planned: 200,
      review: "2026-03-01",
      guardrails: [{ name: "Complaints", limit: 3, direction: "at_most", unit: "a week" }],
    });
    expect(plan.guardrails[0]!.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it("sends a fall as a change below nothing", async () => {
    const host = await opened("Shorter letters");
    await choose(panel(), "It", "falls_least");
    await type(named(panel(), "this number"), "5");
    await click(panel(), "Save the card");
    expect(sent(host)[0]).toMatchObject({
      kind: "experiments.change_plan",
      ...ABOUT,
      plan: { criterion: { threshold: -5, direction: "at_most", compare: "change" } },
    });
  });

  it("sends nothing while a number is none, says so at its field, and goes there", async () => {
    const host = await opened("Shorter letters");
    const field = () => named(panel(), "this number") as HTMLInputElement;
    await type(field(), "soon");
    await click(panel(), "Save the card");
    expect(host.send).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field());
    const said = document.getElementById(field().getAttribute("aria-describedby")!);
    expect(said?.textContent).toContain("That is not a number.");
    await type(field(), "4");
    expect(field().getAttribute("aria-invalid")).toBeNull();
  });

  it("loses nothing that is half-written when the room refuses it or the page goes", async () => {
    const host = await opened("Shorter letters");
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    const belief = () => named(panel(), "We believe that") as HTMLTextAreaElement;
    await type(belief(), "Half a");
    await click(panel(), "Save the card");
    expect(panel().querySelector("[role=alert]")?.textContent).toContain("Too long.");
    expect(belief().value).toBe("Half a");
    await on.again(view("plan"), { ...LEADS, drafts: host.drafts });
    await click(on.el, "Open: Shorter letters");
    expect(belief().value).toBe("Half a");
  });

  it("takes guardrails away again", async () => {
    const host = await opened("Call before we write");
    await unfold("Change the locked card");
    await type(named(panel(), "Why do we change it?"), "Nobody complains");
    await click(panel(), "Take away: Complaints");
    await click(panel(), "Save as a new version");
    expect(sent(host)[0]).toMatchObject({ plan: { guardrails: [] } });
  });

  it("also says whose it is and who stands behind it", async () => {
    const host = await opened("Shorter letters");
    await unfold("Name, owner and who stands behind it");
    await type(named(panel(), "Who looks after it"), "Ada");
    await type(named(panel(), "The goal it serves"), "Clear letters");
    await choose(panel(), "Personal data", "no");
    await click(panel().querySelector("[data-thing=about-planned]")!, "Save");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.edit_experiment",
        ...ABOUT,
        title: "Shorter letters",
        owner: "Ada",
        serves: "Clear letters",
        governance: { approved_by: "", risks: "", personal_data: "no", stop_if: "" },
      },
    ]);
  });

  it("goes to another stage, or off the board once that is confirmed", async () => {
    const host = await opened("Shorter letters");
    await click(panel(), "Back to the ideas");
    await click(panel(), "Remove: Shorter letters");
    await click(panel().querySelector(".ask")!, "Remove");
    expect(sent(host)).toEqual([
      { kind: "experiments.move_experiment", ...ABOUT, stage: "idea" },
      { kind: "experiments.remove_experiment", ...ABOUT },
    ]);
  });
});

describe("starting", () => {
  it("asks once, saves the card as it stands, and then locks it", async () => {
    const host = await opened("Shorter letters");
    await click(panel(), "Start the experiment");
    expect(panel().querySelector("[role=alertdialog]")?.textContent).toContain("lock the card");
    expect(host.send).not.toHaveBeenCalled();
    await click(panel(), "Start");
    expect(sent(host).map(({ kind }) => kind)).toEqual([
      "experiments.change_plan",
      "experiments.start_experiment",
    ]);
  });

  it("does not lock what could not be saved", async () => {
    const host = await opened("Shorter letters");
    host.send.mockRejectedValueOnce(new Refused("bad_share", "A share goes up to 100."));
    await click(panel(), "Start the experiment");
    await click(panel(), "Start");
    expect(sent(host)).toHaveLength(1);
  });

  it("says what is missing, and asks nothing until it is there", async () => {
    await opened("<img src=x onerror=alert(1)><b>bold</b>");
    await click(panel(), "Start the experiment");
    expect(panel().querySelector("[role=alertdialog]")).toBeNull();
    expect(document.activeElement?.textContent).toBe(
      "Before it can start, the card still needs: what we believe, what we measure, " +
        "when we are right, how many readings, a review date.",
    );
  });

  it("is turned down with Escape, and the card stays open", async () => {
    await opened("Shorter letters");
    named(panel(), "Start the experiment").focus();
    await click(panel(), "Start the experiment");
    await press(document.activeElement!, "Escape");
    expect(document.activeElement).toBe(named(panel(), "Start the experiment"));
  });
});

describe("a locked card", () => {
  it("shows as sentences, with its lock; a verdict on the way is folded", async () => {
    await opened("Call before we write");
    expect(panel().querySelector(".test-card")?.textContent).toContain("it is at least 50%");
    expect(on.text()).toContain("Complaints: at most 3 a week");
    expect(panel().textContent).toContain("The card was locked on 1 December 2025.");
    const folded = panel().querySelector(".verdict")!.closest("details")!;
    expect(folded.open).toBe(false);
  });

  it("changes as a new version with a reason, knowing what is known already", async () => {
    const host = await opened("Call before we write");
    await unfold("Change the locked card");
    expect(panel().textContent).toContain("80 cases are known already.");
    await type(named(panel(), "Why do we change it?"), " Half was too easy ");
    await type(named(panel(), "this many percent"), "60");
    await click(panel(), "Save as a new version");
    expect(sent(host)[0]).toMatchObject({
      kind: "experiments.amend_plan",
      ...CALL,
      reason: "Half was too easy",
      plan: { criterion: { threshold: 0.6 }, planned: 100, guardrails: COUNTED.guardrails },
    });
  });

  it("shows every version with its day, its reason, what differs and what was known", async () => {
    const criterion = { ...COUNTED.criterion!, threshold: 0.6 };
    const next = { ...COUNTED, criterion, planned: 200 };
    const versions = [
      { on: "2025-12-01", seen: 0, plan: COUNTED },
      { on: "2025-12-09", seen: 80, reason: "Half was too easy", plan: next },
    ];
    await opened("Call before we write", changed("plan", { versions, plan: next }));
    const said = panel().querySelector(".versions")!.textContent!;
    expect(said).toContain("9 December 2025: “Half was too easy”");
    expect(said).toContain("80 cases were known by then.");
    expect(said).toContain("We are right if: was it is at least 50%, now it is at least 60%");
    expect(said).toContain("How many readings: was 100, now 200");
    expect(said).not.toContain("Review on");
  });

  it("goes to its review stage and back, and can be decided without a vote", async () => {
    const host = await opened("Call before we write");
    await click(panel(), "Bring it to review");
    expect(sent(host)[0]).toEqual({
      kind: "experiments.move_experiment",
      ...CALL,
      stage: "review",
    });
    await unfold("Decide without a vote");
    expect(named(panel(), "We observed")).toBeTruthy();
  });
});

describe("readings", () => {
  const form = () => panel().querySelector<HTMLElement>(".reading-form")!;
  const rows = () =>
    Array.from(panel().querySelectorAll(".readings > .plain-list > li > span:first-child"));

  it("are listed by day, the latest first, with what is special about them", async () => {
    await opened("Call before we write");
    expect(rows().map((row) => row.textContent)).toEqual([
      "8 December 2025: 22 of 40 (55%) · corrected",
      "8 December 2025: 5\u00a0a week · Complaints",
      "1 December 2025: 30 of 40 (75%)",
      "20 November 2025: 15 of 40 (37.5%) · what was before",
    ]);
  });

  it("are typed one by one: today unless said, and ready for the next", async () => {
    const host = await opened("Call before we write");
    await type(named(form(), "How many"), "12");
    await type(named(form(), "of how many"), "20");
    await click(form(), "Add reading");
    expect(sent(host)).toEqual([
      {
        kind: "experiments.record_readings",
        ...CALL,
        readings: [{ date: "2026-01-01", value: 12, of: 20 }],
      },
    ]);
    expect((named(form(), "How many") as HTMLInputElement).value).toBe("");
    expect(document.activeElement).toBe(named(form(), "How many"));
  });

  it("are one number where they are of a guardrail", async () => {
    const host = await opened("Call before we write");
    await choose(form(), "Reading of", "rings");
    await type(named(form(), "Number"), "2,5");
    await click(form(), "Add reading");
    expect(sent(host)[0]).toMatchObject({
      readings: [{ date: "2026-01-01", value: 2.5, guardrail: "rings" }],
    });
  });

  it("say which side they belong to only where a change counts", async () => {
    await opened("Call before we write");
    expect(form().textContent).not.toContain("It belongs to");
    const times = { ...RUNNING, plan: TIMES, counted: false };
    await on.again(changed("plan", times), LEADS);
    await click(on.el, "Open: Call before we write");
    await choose(form(), "It belongs to", "control");
    expect(named(form(), "Number")).toBeTruthy();
  });

  it("that are no numbers are not sent", async () => {
    const host = await opened("Call before we write");
    await type(named(form(), "How many"), "a few");
    await type(named(form(), "of how many"), "20");
    await click(form(), "Add reading");
    expect(host.send).not.toHaveBeenCalled();
    expect(form().textContent).toContain("That is not a number.");
  });

  it("are put right and taken out", async () => {
    const host = await opened("Call before we write");
    const first = "1 December 2025: 30 of 40 (75%)";
    await click(panel(), `Correct ${first}`);
    const mending = panel().querySelector("[data-thing=reading-first]")!;
    await type(named(mending, "How many"), "31");
    await click(mending, "Save");
    await click(panel(), `Take out ${first}`);
    await click(panel().querySelector(".ask")!, "Take out");
    const corrected = { date: "2025-12-01", value: 31, of: 40, arm: "trial" };
    expect(sent(host)).toEqual([
      { kind: "experiments.correct_reading", reading: "first", corrected, ...CALL },
      { kind: "experiments.withdraw_reading", ...CALL, reading: "first" },
    ]);
  });
});

describe("a pasted table", () => {
  const paste = () => panel().querySelector<HTMLElement>('[data-thing="paste-call"]')!;
  const box = () => paste().querySelector("textarea")!;
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

  it("is shown as it would be taken, with what is refused and why, before anything is sent", async () => {
    const host = await opened("Call before we write");
    await type(box(), "day;k;n\n15/12/2025;20;40\n2025-12-01;30;40\n2025-12-16;41;40");
    const said = paste().querySelector(".preview")!.textContent!;
    expect(said).toContain("1 reading can be taken.15 December 2025: 20 of 40 (50%)");
    expect(said).toContain("Line 3, “2025-12-01;30;40”: it is there already.");
    expect(said).toContain("Line 4, “2025-12-16;41;40”: that is more than there were.");
    expect(host.send).not.toHaveBeenCalled();
    await click(paste(), "Take 1 reading");
    expect(sent(host)[0]).toMatchObject({ readings: [{ date: "2025-12-15", value: 20, of: 40 }] });
    expect(box().value).toBe("2025-12-16;41;40");
  });

  it("goes in pieces of 500, and keeps what the room did not take", async () => {
    const host = await opened("Call before we write");
    const lines = Array.from({ length: 1200 }, (_, n) => `${day(n)};1;2`);
    await type(box(), lines.join("\n"));
    host.send.mockImplementationOnce(async () => ({ id: "one", version: 1 }));
    host.send.mockRejectedValueOnce(new Refused("too_many_readings", "There are too many."));
    await click(paste(), "Take 1200 readings");
    expect(sent(host).map(({ readings }) => (readings as unknown[]).length)).toEqual([500, 500]);
    expect(box().value.split("\n")).toEqual(lines.slice(500));
    expect(paste().querySelector("[role=alert]")?.textContent).toContain("There are too many.");
    expect(host.said).toEqual(["500 readings saved"]);
  });

  it("can be of a guardrail", async () => {
    const host = await opened("Call before we write");
    await choose(paste(), "Reading of", "rings");
    await type(box(), "2025-12-15;2");
    expect(paste().textContent).toContain("15 December 2025: 2\u00a0a week");
    await click(paste(), "Take 1 reading");
    expect(sent(host)[0]).toMatchObject({
      readings: [{ date: "2025-12-15", value: 2, guardrail: "rings" }],
    });
  });
});
