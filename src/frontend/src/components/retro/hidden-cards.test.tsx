import { describe, expect, it } from "vitest";
import { click, listing, named, settle } from "../fake-host";
import { foresee } from "./foresee";
import { board, HOSTILE, ME } from "./fixtures";
import { sent, stage } from "./stage";

const here = stage();
const { open } = here;
const lead = { role: "facilitator" } as const;
const hidden = { text: "Blame", column: "good", hidden: true };

describe("the facilitator", () => {
  it.each(["vote", "discuss", "act"])("hides a card, or one of a group, in %s", async (phase) => {
    const host = await open(board(phase), lead);
    await click(here.el, "Hide card: Pairing");
    await click(here.el, "Hide card: Playback");
    expect(sent(host)).toEqual([
      { kind: "retro.hide_card", activity: "board", card: "pairing" },
      { kind: "retro.hide_card", activity: "board", card: "playback" },
    ]);
    expect(host.said).toContain("Card hidden");
  });

  it("hides a chosen card while people sort", async () => {
    const host = await open(board("group"), lead);
    named(here.el, "Pairing").click();
    await settle();
    await click(here.el, "Hide card: Pairing");
    expect(sent(host)).toEqual([{ kind: "retro.hide_card", activity: "board", card: "pairing" }]);
  });

  it("finds them in a list that is closed at first, and shows them again", async () => {
    const cards = listing({ blame: hidden, other: { ...hidden, text: HOSTILE } });
    const host = await open(board("discuss"), lead, { ...ME, hidden_cards: cards });
    const list = here.el.querySelector<HTMLDetailsElement>("details.hidden-cards")!;
    expect(list.open).toBe(false);
    expect(list.querySelector("summary")?.textContent).toBe("2 hidden cards");
    expect(list.querySelector("img")).toBeNull();
    await click(here.el, "Show again: Blame");
    expect(sent(host)).toEqual([{ kind: "retro.show_card", activity: "board", card: "blame" }]);
  });

  it("sees no list where nothing is hidden", async () => {
    await open(board("discuss"), lead, { ...ME, hidden_cards: listing({}) });
    expect(here.text).not.toContain("hidden");
  });
});

describe("a participant", () => {
  const mine = { ...ME, cards: listing({ mine: hidden }) };

  it.each(["write", "group", "vote", "discuss", "act"])(
    "sees in %s that a card of hers is hidden",
    async (phase) => {
      await open(board(phase), {}, mine);
      expect(here.text).toContain("Blame");
      expect(here.text).toContain("Hidden by the facilitator");
    },
  );

  it("hides nothing", async () => {
    await open(board("vote"));
    expect(here.text).not.toContain("Hide card");
  });
});

it("a hidden card is gone before the room has agreed, and its group stays", () => {
  const pending = new Map([["c0", { kind: "retro.hide_card", card: "visit" }]]);
  const { view } = foresee(board("group"), ME, pending);
  expect(view.cards.order).toEqual(["pairing", "playback", "letters", "hostile"]);
  expect(view.groups.order).toEqual(["playbacks"]);
});

it("a group of which one card is seen stays a group when others are sorted", () => {
  const { cards, ...view } = board("group");
  const { visit: _hidden, ...items } = cards.items;
  const less = { ...view, cards: { order: Object.keys(items), items } };
  const wish = { kind: "retro.group_cards", cards: ["pairing", "letters"] };
  const seen = foresee(less as never, ME, new Map([["c0", wish]]));
  expect(seen.view.groups.order).toEqual(["playbacks", "c0"]);
});
