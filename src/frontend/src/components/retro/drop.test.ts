import { expect, it } from "vitest";
import { board } from "./fixtures";
import { dropped, readDrop, type Drop } from "./drop";

const onto = (drop: Drop, ...cards: string[]) => dropped(board("group"), cards, drop);

it("a card on a card makes a group that is called after the one below", () => {
  const { wishes, said, n } = onto({ on: "card", id: "letters" }, "pairing");
  expect(wishes).toEqual([{ kind: "retro.group_cards", cards: ["letters", "pairing"] }]);
  expect([said, n]).toEqual(["retro.grouped.news", 2]);
});

it("a card on itself changes nothing, and several on one of them are put together", () => {
  expect(onto({ on: "card", id: "pairing" }, "pairing").wishes).toEqual([]);
  expect(onto({ on: "card", id: "pairing" }, "pairing", "letters").wishes).toEqual([
    { kind: "retro.group_cards", cards: ["pairing", "letters"] },
  ]);
});

it("cards on a group join it, but for those that are in it", () => {
  const group = { on: "group", id: "playbacks" } as const;
  expect(onto(group, "pairing", "visit").wishes).toEqual([
    { kind: "retro.group_cards", cards: ["pairing"], into: "playbacks" },
  ]);
  expect(onto(group, "visit", "playback").wishes).toEqual([]);
});

it("a card on the free space of its own column leaves its group", () => {
  const { wishes, said, n } = onto({ on: "column", id: "good" }, "visit");
  expect(wishes).toEqual([{ kind: "retro.take_out", card: "visit" }]);
  expect([said, n]).toEqual(["retro.group.out.news", 1]);
  expect(onto({ on: "column", id: "good" }, "pairing").wishes).toEqual([]);
});

it("a card on the free space of another column leaves its group and goes there", () => {
  const { wishes, said, n } = onto({ on: "column", id: "bad" }, "visit", "pairing", "letters");
  expect(wishes).toEqual([
    { kind: "retro.take_out", card: "visit" },
    { kind: "retro.move_card", card: "visit", column: "bad" },
    { kind: "retro.move_card", card: "pairing", column: "bad" },
  ]);
  expect([said, n]).toEqual(["retro.card.move.news", 2]);
});

it("a place is read as it is written, with any id, and nothing else is one", () => {
  expect(readDrop("column:to: improve")).toEqual({ on: "column", id: "to: improve" });
  for (const text of [undefined, "", "card", "card:", "page:1"])
    expect(readDrop(text)).toBeUndefined();
});
