import { describe, expect, it } from "vitest";
import { listing } from "../fake-host";
import { board } from "./fixtures";
import { holding, type Theme } from "./themes";
import type { Card } from "./view";

const CARDS: Record<string, Card> = {
  a: { text: "Sign-off is slow", column: "bad" },
  b: { text: "Sign-off again", column: "bad" },
  c: { text: "Slow letters", column: "bad" },
  x: { text: "Letters, slowly", column: "bad", group: "g" },
  y: { text: "Sign-off", column: "bad", group: "g" },
};
const GROUPS = { g: { title: "Letters", column: "bad" } };

const found = (...ids: string[]) =>
  ids.map((id) => ({ id, text: CARDS[id]!.text, column: CARDS[id]!.column }));
const NEW: Theme = {
  cards: found("a", "b", "c"),
  alike: 0.3,
  shared: [
    { part: "Sign", cards: ["a", "b"] },
    { part: "slow", cards: ["a", "c"] },
  ],
};
const INTO: Theme = {
  cards: found("a", "c"),
  alike: 0.2,
  shared: [
    { part: "slow…", cards: ["a", "c", "x"] },
    { part: "Sign", cards: ["a", "y"] },
  ],
  into: "g",
  members: ["x", "y"],
};

/** The board with some cards changed, or gone. */
function now(
  changes: Record<string, Partial<Card> | undefined> = {},
  groups: Record<string, object> = GROUPS,
) {
  const kept = Object.entries(CARDS).filter(
    ([id]) => !(id in changes) || changes[id] !== undefined,
  );
  const cards = Object.fromEntries(kept.map(([id, card]) => [id, { ...card, ...changes[id] }]));
  return board("group", { cards: listing(cards), groups: listing(groups) as never });
}

const ids = (theme: Theme | undefined) => theme?.cards.map(({ id }) => id);

describe("a suggested theme", () => {
  it("holds while nothing has changed", () => {
    expect(holding(now(), NEW)).toBe(NEW);
    expect(holding(now(), INTO)).toBe(INTO);
  });

  it.each([
    ["is gone or hidden", undefined],
    ["is in a group", { group: "g" }],
    ["is in another column", { column: "good" }],
    ["says something else", { text: "Tea" }],
  ])(
    "loses a card that %s, with what that card shared and how alike they were",
    (_what, change) => {
      const left = holding(now({ b: change }), NEW)!;
      expect(ids(left)).toEqual(["a", "c"]);
      expect(left.shared.map(({ part }) => part)).toEqual(["slow"]);
      expect(left.alike).toBeUndefined();
    },
  );

  it("is gone with too few cards, or nothing that they share", () => {
    expect(holding(now({ b: undefined, c: undefined }), NEW)).toBeUndefined();
    expect(holding(now({ a: undefined }), NEW)).toBeUndefined();
  });

  it("may leave one card to join a group, and is gone with the group", () => {
    expect(ids(holding(now({ a: undefined }), INTO))).toEqual(["c"]);
    expect(
      holding(now({ x: { group: "other" }, y: { group: "other" } }, {}), INTO),
    ).toBeUndefined();
  });

  it("no longer says how alike cards are to a group that has changed", () => {
    const left = holding(now({ y: undefined }), INTO)!;
    expect(ids(left)).toEqual(["a", "c"]);
    expect(left.alike).toBeUndefined();
    expect(left.shared.map(({ part }) => part)).toEqual(["slow…"]);
  });
});
