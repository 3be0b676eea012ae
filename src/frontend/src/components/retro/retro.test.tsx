import { describe, expect, it, vi } from "vitest";
import { Refused } from "../../host";
import { click, named, press, settle, type } from "../fake-host";
import { board, HOSTILE, ME } from "./fixtures";
import { sent, stage } from "./stage";

const here = stage();
const { open } = here;

describe("writing", () => {
  it("promises what is true, and counts everyone's cards", async () => {
    await open(board("write"));
    expect(here.text).toContain("No screen or export shows your cards until");
    expect(here.text).toContain("27 cards so far from everyone");
  });

  it("sends a card, empties the field and keeps the focus in it", async () => {
    const host = await open(board("write"));
    const field = named(here.el, "+ New card in Went well");
    await type(field, "  A new thought ");
    await click(here.el, "Add card");
    expect(sent(host)).toEqual([
      { kind: "retro.add_card", activity: "board", column: "good", text: "A new thought" },
    ]);
    expect((field as HTMLTextAreaElement).value).toBe("");
    expect(document.activeElement).toBe(field);
    expect(host.said).toContain("Card added to Went well");
  });

  it("sends nothing while nothing is written", async () => {
    const host = await open(board("write"));
    await click(here.el, "Add card");
    expect(host.send).not.toHaveBeenCalled();
  });

  it("brings the text back where a card is refused, with the reason beside it", async () => {
    const host = await open(board("write"));
    host.send.mockRejectedValueOnce(new Refused("wrong_phase", "Too late for that."));
    const field = named(here.el, "+ New card in Went well") as HTMLTextAreaElement;
    await type(field, "Do not lose me");
    await click(here.el, "Add card");
    expect(field.value).toBe("Do not lose me");
    expect(here.el.querySelector(".composer [role=alert]")?.textContent).toContain(
      "Too late for that.",
    );
  });

  it("keeps a half-written card through the phases", async () => {
    const host = await open(board("write"));
    await type(named(here.el, "+ New card in Went well"), "Half a thou");
    host.view.value = board("group") as never;
    await settle();
    expect(host.said).toContain("The cards are revealed. Now: put similar cards together.");
    host.view.value = board("write") as never;
    await settle();
    expect((named(here.el, "+ New card in Went well") as HTMLTextAreaElement).value).toBe(
      "Half a thou",
    );
  });

  it("draws a card on its way at once, marked as being sent", async () => {
    const host = await open(board("write"));
    const command = { kind: "retro.add_card", activity: "board", column: "good", text: "Quick" };
    host.pending.value = new Map([["c1", command]]);
    await settle();
    expect(here.el.querySelector(".card.pending")?.textContent).toContain("Quick");
    expect(here.el.querySelector(".card.pending")?.textContent).toContain("Sending…");
  });

  it("edits my card, and Escape leaves it as it was", async () => {
    const host = await open(board("write"));
    await click(here.el, "Edit: My thought");
    await press(named(here.el, "Edit your card"), "Escape");
    expect(document.activeElement).toBe(named(here.el, "Edit: My thought"));
    await click(here.el, "Edit: My thought");
    await type(named(here.el, "Edit your card"), "My better thought");
    await click(here.el, "Save");
    expect(sent(host)).toEqual([
      { kind: "retro.edit_card", activity: "board", card: "mine", text: "My better thought" },
    ]);
  });

  it("reopens a refused edit with its text", async () => {
    const host = await open(board("write"));
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    await click(here.el, "Edit: My thought");
    await type(named(here.el, "Edit your card"), "A long one");
    await click(here.el, "Save");
    expect((named(here.el, "Edit your card") as HTMLTextAreaElement).value).toBe("A long one");
    expect(here.text).toContain("Too long.");
  });

  it("moves between the columns' tabs with arrow keys", async () => {
    await open(board("write"));
    const [first, second] = here.el.querySelectorAll<HTMLElement>("[role=tab]");
    first!.focus();
    await press(first!, "ArrowRight");
    expect(second!.getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(second);
    named(here.el, "△ New card in To improve");
    await press(second!, "Home");
    expect(first!.getAttribute("aria-selected")).toBe("true");
  });
});

describe("voting", () => {
  it("gives and takes back dots, and names the card on each button", async () => {
    const host = await open(board("vote"));
    await click(here.el, "Give a dot to: Playbacks");
    await click(here.el, "Take a dot back from: Letters");
    expect(sent(host)).toEqual([
      { kind: "retro.give_vote", activity: "board", target: "playbacks" },
      { kind: "retro.take_vote_back", activity: "board", target: "letters" },
    ]);
    expect(here.text).toContain("2 of 3 dots left");
  });

  it("sends nothing past the budget, and says why", async () => {
    const host = await open(board("vote"));
    host.me.value = { ...ME, votes_left: 0 };
    await settle();
    await click(here.el, "Give a dot to: Pairing");
    await click(here.el, "Take a dot back from: Pairing");
    expect(host.send).not.toHaveBeenCalled();
    expect(host.said).toContain("You have given all your dots. Take one back first.");
  });

  it("sends nothing past the cap of one card, and says why", async () => {
    const host = await open(board("vote", { votes_per_card: 1 }));
    expect(here.text).toContain("At most 1 of them to one card or group.");
    await click(here.el, "Give a dot to: Letters");
    expect(host.send).not.toHaveBeenCalled();
    expect(host.said).toContain(
      "You have given this all the dots that you may. Choose another card.",
    );
    await click(here.el, "Give a dot to: Pairing");
    expect(host.send).toHaveBeenCalledOnce();
  });

  it("shows a refused dot's reason at its card", async () => {
    const host = await open(board("vote"));
    host.send.mockRejectedValueOnce(new Refused("no_votes_left", "No dots left."));
    await click(here.el, "Give a dot to: Pairing");
    expect(here.el.querySelector('[data-thing="pairing"] [role=alert]')?.textContent).toContain(
      "No dots left.",
    );
  });
});

describe("discussing and acting", () => {
  it("shows a participant the topics in the order of dots, the present one first", async () => {
    await open(board("discuss", { focus: "pairing" }));
    const items = Array.from(here.el.querySelectorAll(".ranked > li"), (item) =>
      item.getAttribute("data-thing"),
    );
    expect(items).toEqual(["pairing", "letters", "playbacks", "hostile"]);
    expect(here.el.querySelector(".ranked > li.now")?.textContent).toContain(
      "Talking about this now",
    );
    expect(here.text).toContain("6 dots from 3 people");
  });

  it("says aloud what is talked about now", async () => {
    const host = await open(board("discuss"));
    host.view.value = board("discuss", { focus: "letters" });
    await settle();
    expect(host.said).toEqual(["Talking about now: Letters"]);
  });

  it("leads the facilitator down the ranking", async () => {
    const host = await open(board("discuss", { focus: "letters" }), { role: "facilitator" });
    await click(here.el, "Talk about next: Playbacks");
    await click(here.el, "Stop talking about this: Letters");
    expect(sent(host)).toEqual([
      { kind: "retro.focus", activity: "board", target: "playbacks" },
      { kind: "retro.focus", activity: "board" },
    ]);
  });

  it("brings everyone to any card, also while agreeing what to do", async () => {
    const host = await open(board("act"), { role: "facilitator" });
    await click(here.el, "Talk about this: Pairing");
    expect(sent(host)).toEqual([{ kind: "retro.focus", activity: "board", target: "pairing" }]);
  });

  it("opens voting again with one press", async () => {
    const host = await open(board("discuss"), { role: "facilitator" });
    await click(here.el, "Open voting again");
    expect(sent(host)).toEqual([{ kind: "retro.move_phase", activity: "board", phase: "vote" }]);
    host.view.value = board("vote") as never;
    await settle();
    expect(here.text).toContain("2 of 3 dots left");
  });

  it("brings what is talked about into view, but never away from a half-written text", async () => {
    const host = await open(board("discuss"));
    const seen: Array<string | undefined> = [];
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element) {
      seen.push((this as HTMLElement).dataset["thing"]);
    });
    host.view.value = board("discuss", { focus: "pairing" });
    await settle();
    await click(here.el, "Add an action");
    named(here.el, "What will we do?").focus();
    host.view.value = board("discuss", { focus: "letters" });
    await settle();
    expect(seen).toEqual(["pairing"]);
    vi.restoreAllMocks();
  });

  it("makes an action with an owner and a date from a group", async () => {
    const host = await open(board("act"));
    await click(here.el, "Make an action from: Playbacks");
    expect(here.el.querySelector(".action-form")?.textContent).toContain("from “Playbacks”");
    await type(named(here.el, "What will we do?"), "One playback each sprint");
    await type(named(here.el, "Who (leave empty if nobody yet)"), "Priya");
    await type(named(here.el, "By when (you can leave it empty)"), "2026-12-04");
    await click(here.el, "Add action");
    expect(sent(host)).toEqual([
      {
        kind: "team.add_action",
        text: "One playback each sprint",
        owner: "Priya",
        due: "2026-12-04",
        activity: "board",
        target: "playbacks",
      },
    ]);
  });

  it("keeps a refused action's words, and what it is about", async () => {
    const host = await open(board("act"));
    host.send.mockRejectedValueOnce(new Refused("bad_date", "That is not a date."));
    await click(here.el, "Make an action from: Playbacks");
    await type(named(here.el, "What will we do?"), "Keep me");
    await click(here.el, "Add action");
    expect((named(here.el, "What will we do?") as HTMLTextAreaElement).value).toBe("Keep me");
    expect(here.text).toContain("That is not a date.");
    await click(here.el, "Add action");
    expect(sent(host)[1]).toMatchObject({ text: "Keep me", target: "playbacks" });
  });
});

describe("everyone", () => {
  it.each(["write", "group", "vote", "discuss", "act"])(
    "an observer has nothing to press in %s",
    async (phase) => {
      await open(board(phase), { role: "observer" });
      expect(here.el.querySelectorAll("button, input, textarea, a")).toHaveLength(0);
    },
  );

  it.each(["group", "vote", "discuss", "act"])(
    "sees a hostile card as text in %s",
    async (phase) => {
      for (const role of ["participant", "facilitator", "observer"] as const) {
        await open(board(phase), { role });
        here.el.querySelectorAll<HTMLElement>("[role=tab]")[1]?.click();
        await settle();
        expect(here.text).toContain(HOSTILE);
        expect(here.el.querySelector("img, .card b b, script")).toBeNull();
        if (role !== "observer") here.close();
      }
    },
  );
});

describe("focus", () => {
  const without = (card: string) => {
    const { cards, ...view } = board("vote");
    const { [card]: _gone, ...items } = cards.items;
    return { ...view, cards: { order: cards.order.filter((id) => id !== card), items } };
  };

  it("goes to the same button of the nearest card when its own card goes", async () => {
    const host = await open(board("vote"));
    named(here.el, "Give a dot to: Letters").focus();
    host.view.value = without("letters") as never;
    await settle();
    expect(document.activeElement?.getAttribute("aria-label")).toBe(`Give a dot to: ${HOSTILE}`);
  });

  it("goes to the new phase's heading when everything goes", async () => {
    const host = await open(board("write"));
    named(here.el, "+ New card in Went well").focus();
    host.view.value = board("vote") as never;
    await settle();
    expect(document.activeElement?.textContent).toBe("What should we talk about?");
  });

  it("stays where it is when other cards come and go", async () => {
    const host = await open(board("vote"));
    const button = named(here.el, "Give a dot to: Letters");
    button.focus();
    host.view.value = without("pairing") as never;
    await settle();
    expect(document.activeElement).toBe(button);
  });
});
