import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused, type Host } from "../../host";
import { click, fakeHost, named, press, settle, type, type FakeHost } from "../fake-host";
import { board, HOSTILE, ME } from "./fixtures";
import { mount } from ".";
import type { RetroView } from "./view";

let el: HTMLElement;
let end: () => void;

beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});
afterEach(() => {
  end();
  el.remove();
});

async function open(view: RetroView, more: Partial<Host> = {}): Promise<FakeHost> {
  const host = fakeHost(view, more, more.role === "observer" ? {} : ME);
  end = mount(el, host as never);
  await settle();
  return host;
}
const sent = (host: FakeHost) => host.send.mock.calls.map(([command]) => command);
const text = () => el.textContent ?? "";

describe("writing", () => {
  it("promises what is true, and counts everyone's cards", async () => {
    await open(board("write"));
    expect(text()).toContain("No screen or export shows your cards until");
    expect(text()).toContain("27 cards so far from everyone");
  });

  it("sends a card, empties the field and keeps the focus in it", async () => {
    const host = await open(board("write"));
    const field = named(el, "+ New card in Went well");
    await type(field, "  A new thought ");
    await click(el, "Add card");
    expect(sent(host)).toEqual([
      { kind: "retro.add_card", activity: "board", column: "good", text: "A new thought" },
    ]);
    expect((field as HTMLTextAreaElement).value).toBe("");
    expect(document.activeElement).toBe(field);
    expect(host.said).toContain("Card added to Went well");
  });

  it("sends nothing while nothing is written", async () => {
    const host = await open(board("write"));
    await click(el, "Add card");
    expect(host.send).not.toHaveBeenCalled();
  });

  it("brings the text back where a card is refused, with the reason beside it", async () => {
    const host = await open(board("write"));
    host.send.mockRejectedValueOnce(new Refused("wrong_phase", "Too late for that."));
    const field = named(el, "+ New card in Went well") as HTMLTextAreaElement;
    await type(field, "Do not lose me");
    await click(el, "Add card");
    expect(field.value).toBe("Do not lose me");
    expect(el.querySelector(".composer [role=alert]")?.textContent).toContain("Too late for that.");
  });

  it("keeps a half-written card through the phases", async () => {
    const host = await open(board("write"));
    await type(named(el, "+ New card in Went well"), "Half a thou");
    host.view.value = board("group") as never;
    await settle();
    expect(host.said).toContain("The cards are revealed. Now: put similar cards together.");
    host.view.value = board("write") as never;
    await settle();
    expect((named(el, "+ New card in Went well") as HTMLTextAreaElement).value).toBe("Half a thou");
  });

  it("draws a card on its way at once, marked as being sent", async () => {
    const host = await open(board("write"));
    const command = { kind: "retro.add_card", activity: "board", column: "good", text: "Quick" };
    host.pending.value = new Map([["c1", command]]);
    await settle();
    expect(el.querySelector(".card.pending")?.textContent).toContain("Quick");
    expect(el.querySelector(".card.pending")?.textContent).toContain("Sending…");
  });

  it("edits my card, and Escape leaves it as it was", async () => {
    const host = await open(board("write"));
    await click(el, "Edit: My thought");
    await press(named(el, "Edit your card"), "Escape");
    expect(document.activeElement).toBe(named(el, "Edit: My thought"));
    await click(el, "Edit: My thought");
    await type(named(el, "Edit your card"), "My better thought");
    await click(el, "Save");
    expect(sent(host)).toEqual([
      { kind: "retro.edit_card", activity: "board", card: "mine", text: "My better thought" },
    ]);
  });

  it("reopens a refused edit with its text", async () => {
    const host = await open(board("write"));
    host.send.mockRejectedValueOnce(new Refused("too_long", "Too long."));
    await click(el, "Edit: My thought");
    await type(named(el, "Edit your card"), "A long one");
    await click(el, "Save");
    expect((named(el, "Edit your card") as HTMLTextAreaElement).value).toBe("A long one");
    expect(text()).toContain("Too long.");
  });

  it("moves between the columns' tabs with arrow keys", async () => {
    await open(board("write"));
    const [first, second] = el.querySelectorAll<HTMLElement>("[role=tab]");
    first!.focus();
    await press(first!, "ArrowRight");
    expect(second!.getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(second);
    named(el, "△ New card in To improve");
    await press(second!, "Home");
    expect(first!.getAttribute("aria-selected")).toBe("true");
  });
});

describe("grouping", () => {
  it("puts chosen cards together without dragging, and the focus stays with them", async () => {
    const host = await open(board("group"));
    named(el, "Pairing").click();
    named(el, "Playback").click();
    await settle();
    expect(text()).toContain("2 cards chosen");
    await click(el, "Group together");
    expect(sent(host)).toEqual([
      { kind: "retro.group_cards", activity: "board", cards: ["pairing", "playback"] },
    ]);
    expect(document.activeElement).toBe(named(el, "Pairing"));
    expect(text()).toContain("No card chosen yet");
  });

  it("adds to a group, takes out and moves", async () => {
    const host = await open(board("group"));
    named(el, "Pairing").click();
    await settle();
    await click(el, "Add to group…");
    await click(el, "Playbacks");
    named(el, "Playback").click();
    await settle();
    await click(el, "Take out");
    named(el, "Playback").click();
    await settle();
    await click(el, "Move to…");
    el.querySelectorAll<HTMLElement>(".choices li button")[1]!.click();
    await settle();
    expect(sent(host)).toEqual([
      { kind: "retro.group_cards", activity: "board", cards: ["pairing"], into: "playbacks" },
      { kind: "retro.take_out", activity: "board", card: "playback" },
      { kind: "retro.move_card", activity: "board", card: "playback", column: "bad" },
    ]);
  });

  it("renames a group and takes it apart", async () => {
    const host = await open(board("group"));
    await click(el, "Rename the group: Playbacks");
    await type(named(el, "Name of the group"), "Visits");
    await click(el, "Save");
    await click(el, "Take apart the group: Playbacks");
    expect(sent(host)).toEqual([
      { kind: "retro.rename_group", activity: "board", group: "playbacks", title: "Visits" },
      { kind: "retro.ungroup", activity: "board", group: "playbacks" },
    ]);
  });

  it("goes from a card to the tools with Enter", async () => {
    await open(board("group"));
    named(el, "Pairing").click();
    named(el, "Playback").click();
    await settle();
    await press(named(el, "Playback"), "Enter");
    expect(document.activeElement).toBe(named(el, "Group together"));
  });

  it("lets the facilitator alone delete what others wrote, and asks first", async () => {
    await open(board("group"));
    named(el, "Pairing").click();
    await settle();
    expect(text()).not.toContain("Delete card");
    end();
    const host = await open(board("group"), { role: "facilitator" });
    named(el, "Pairing").click();
    await settle();
    await click(el, "Delete card: Pairing");
    expect(host.send).not.toHaveBeenCalled();
    await click(el, "Delete card");
    expect(sent(host)).toEqual([{ kind: "retro.delete_card", activity: "board", card: "pairing" }]);
  });
});

describe("voting", () => {
  it("gives and takes back dots, and names the card on each button", async () => {
    const host = await open(board("vote"));
    await click(el, "Give a dot to: Playbacks");
    await click(el, "Take a dot back from: Letters");
    expect(sent(host)).toEqual([
      { kind: "retro.give_vote", activity: "board", target: "playbacks" },
      { kind: "retro.take_vote_back", activity: "board", target: "letters" },
    ]);
    expect(text()).toContain("2 of 3 dots left");
  });

  it("sends nothing past the budget, and says why", async () => {
    const host = await open(board("vote"));
    host.me.value = { ...ME, votes_left: 0 };
    await settle();
    await click(el, "Give a dot to: Pairing");
    await click(el, "Take a dot back from: Pairing");
    expect(host.send).not.toHaveBeenCalled();
    expect(host.said).toContain("You have given all your dots. Take one back first.");
  });

  it("shows a refused dot's reason at its card", async () => {
    const host = await open(board("vote"));
    host.send.mockRejectedValueOnce(new Refused("no_votes_left", "No dots left."));
    await click(el, "Give a dot to: Pairing");
    expect(el.querySelector('[data-thing="pairing"] [role=alert]')?.textContent).toContain(
      "No dots left.",
    );
  });
});

describe("discussing and acting", () => {
  it("shows a participant the topics in the order of dots, the present one first", async () => {
    await open(board("discuss", { focus: "pairing" }));
    const items = Array.from(el.querySelectorAll(".ranked > li"), (item) =>
      item.getAttribute("data-thing"),
    );
    expect(items).toEqual(["pairing", "letters", "playbacks", "hostile"]);
    expect(el.querySelector(".ranked > li.now")?.textContent).toContain("Talking about this now");
    expect(text()).toContain("6 dots from 3 people");
  });

  it("says aloud what is talked about now", async () => {
    const host = await open(board("discuss"));
    host.view.value = board("discuss", { focus: "letters" });
    await settle();
    expect(host.said).toEqual(["Talking about now: Letters"]);
  });

  it("leads the facilitator down the ranking", async () => {
    const host = await open(board("discuss", { focus: "letters" }), { role: "facilitator" });
    await click(el, "Talk about next: Playbacks");
    await click(el, "Stop talking about this: Letters");
    expect(sent(host)).toEqual([
      { kind: "retro.focus", activity: "board", target: "playbacks" },
      { kind: "retro.focus", activity: "board" },
    ]);
  });

  it("makes an action with an owner and a date from a group", async () => {
    const host = await open(board("act"));
    await click(el, "Make an action from: Playbacks");
    expect(el.querySelector(".action-form")?.textContent).toContain("from “Playbacks”");
    await type(named(el, "What will we do?"), "One playback each sprint");
    await type(named(el, "Who (leave empty if nobody yet)"), "Priya");
    await type(named(el, "By when (you can leave it empty)"), "2026-12-04");
    await click(el, "Add action");
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
    await click(el, "Make an action from: Playbacks");
    await type(named(el, "What will we do?"), "Keep me");
    await click(el, "Add action");
    expect((named(el, "What will we do?") as HTMLTextAreaElement).value).toBe("Keep me");
    expect(text()).toContain("That is not a date.");
    await click(el, "Add action");
    expect(sent(host)[1]).toMatchObject({ text: "Keep me", target: "playbacks" });
  });
});

describe("everyone", () => {
  it.each(["write", "group", "vote", "discuss", "act"])(
    "an observer has nothing to press in %s",
    async (phase) => {
      await open(board(phase), { role: "observer" });
      expect(el.querySelectorAll("button, input, textarea, a")).toHaveLength(0);
    },
  );

  it.each(["group", "vote", "discuss", "act"])(
    "sees a hostile card as text in %s",
    async (phase) => {
      for (const role of ["participant", "facilitator", "observer"] as const) {
        await open(board(phase), { role });
        el.querySelectorAll<HTMLElement>("[role=tab]")[1]?.click();
        await settle();
        expect(text()).toContain(HOSTILE);
        expect(el.querySelector("img, .card b b, script")).toBeNull();
        if (role !== "observer") end();
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
    named(el, "Give a dot to: Letters").focus();
    host.view.value = without("letters") as never;
    await settle();
    expect(document.activeElement?.getAttribute("aria-label")).toBe(`Give a dot to: ${HOSTILE}`);
  });

  it("goes to the new phase's heading when everything goes", async () => {
    const host = await open(board("write"));
    named(el, "+ New card in Went well").focus();
    host.view.value = board("vote") as never;
    await settle();
    expect(document.activeElement?.textContent).toBe("What should we talk about?");
  });

  it("stays where it is when other cards come and go", async () => {
    const host = await open(board("vote"));
    const button = named(el, "Give a dot to: Letters");
    button.focus();
    host.view.value = without("pairing") as never;
    await settle();
    expect(document.activeElement).toBe(button);
  });
});
