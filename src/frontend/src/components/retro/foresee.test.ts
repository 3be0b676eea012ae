import { describe, expect, it } from "vitest";
import type { Command, Pending } from "../../host";
import { inRanking, itemsOf } from "./board";
import { board, ME } from "./fixtures";
import { foresee } from "./foresee";

const after = (phase: string, ...commands: Command[]) => {
  const pending: Pending = new Map(commands.map((command, at) => [`c${at}`, command]));
  return foresee(board(phase), ME, pending);
};
const titles = (seen: ReturnType<typeof after>) => itemsOf(seen.view).map((item) => item.title);

describe("the board as it will be", () => {
  it("is the board itself while no wish is on its way", () => {
    expect(after("group").view).toEqual(board("group"));
  });

  it("holds a new card among my own, under the id of its command, and counts it", () => {
    const seen = after("write", { kind: "retro.add_card", column: "bad", text: "New" });
    expect(seen.me.cards?.items["c0"]).toEqual({ text: "New", column: "bad" });
    expect([seen.view.written, seen.view.hidden]).toEqual([28, 28]);
    expect(seen.view.cards.order).toEqual([]);
    expect(seen.pending.has("c0")).toBe(true);
  });

  it("shows an edited card's new words everywhere", () => {
    const seen = after("group", { kind: "retro.edit_card", card: "pairing", text: "Pairs" });
    expect(seen.view.cards.items["pairing"]?.text).toBe("Pairs");
    expect(seen.pending.has("pairing")).toBe(true);
  });

  it("takes a deleted card away, and its group where only one would be left", () => {
    const seen = after("group", { kind: "retro.delete_card", card: "visit" });
    expect(titles(seen)).toEqual([
      "Pairing",
      "Playback",
      "Letters",
      expect.stringContaining("<img"),
    ]);
    expect(seen.view.groups.order).toEqual([]);
  });

  it("puts cards together under the first one's words and column", () => {
    const seen = after("group", { kind: "retro.group_cards", cards: ["letters", "pairing"] });
    const group = itemsOf(seen.view).find((item) => item.id === "c0");
    expect(group?.title).toBe("Letters");
    expect(group?.column).toBe("bad");
    expect(group?.cards.map(([id]) => id)).toEqual(["pairing", "letters"]);
  });

  it("adds a card to a group, and takes it out again", () => {
    const add = { kind: "retro.group_cards", cards: ["letters"], into: "playbacks" };
    const size = (seen: ReturnType<typeof after>) =>
      itemsOf(seen.view).find((item) => item.id === "playbacks")?.cards.length;
    expect(size(after("group", add))).toBe(3);
    expect(size(after("group", add, { kind: "retro.take_out", card: "letters" }))).toBe(2);
  });

  it("takes a group apart", () => {
    const seen = after("group", { kind: "retro.ungroup", group: "playbacks" });
    expect(titles(seen)).toContain("Call centre visit");
    expect(seen.view.groups.order).toEqual([]);
  });

  it("gives and takes dots out of the budget", () => {
    const give = { kind: "retro.give_vote", target: "letters" };
    expect(after("vote", give).me).toMatchObject({ votes: { letters: 2 }, votes_left: 1 });
    const back = { kind: "retro.take_vote_back", target: "letters" };
    expect(after("vote", give, back, back).me).toMatchObject({
      votes: { letters: 0 },
      votes_left: 3,
    });
  });

  it("moves and ends the focus", () => {
    const start = { kind: "retro.focus", target: "letters" };
    expect(after("discuss", start).view.focus).toBe("letters");
    expect(after("discuss", start, { kind: "retro.focus" }).view.focus).toBeUndefined();
  });

  it("leaves wishes about other things alone", () => {
    expect(after("discuss", { kind: "team.add_action", text: "Do it" }).pending.size).toBe(0);
  });
});

it("items come in the order of votes once there is one", () => {
  expect(inRanking(board("discuss")).map((item) => item.id)).toEqual([
    "letters",
    "playbacks",
    "pairing",
    "hostile",
  ]);
});
