import { describe, expect, it, vi } from "vitest";
import { Refused } from "../../host";
import { click, named, press, settle, type, type FakeHost } from "../fake-host";
import { board } from "./fixtures";
import { sent, stage } from "./stage";

const here = stage();
const { open } = here;

/** What was wished, without the names that the acts bear. */
const acts = (host: FakeHost) =>
  sent(host).map(({ act: _name, activity: _board, ...wish }) => wish);
const last = <T,>(all: readonly T[]) => all[all.length - 1];
const names = (host: FakeHost) => sent(host).map(({ act }) => act);

describe("grouping", () => {
  it("puts chosen cards together without dragging, and the focus stays with them", async () => {
    const host = await open(board("group"));
    named(here.el, "Pairing").click();
    named(here.el, "Playback").click();
    await settle();
    expect(here.text).toContain("2 cards chosen");
    await click(here.el, "Group together");
    expect(acts(host)).toEqual([{ kind: "retro.group_cards", cards: ["pairing", "playback"] }]);
    expect(document.activeElement).toBe(named(here.el, "Pairing"));
    expect(here.text).toContain("No card chosen yet");
  });

  it("moves to a group, takes out, and moves to a column", async () => {
    const host = await open(board("group"));
    named(here.el, "Pairing").click();
    await settle();
    await click(here.el, "Move to group…");
    await click(here.el, "Playbacks");
    named(here.el, "Playback").click();
    await settle();
    await click(here.el, "Take out");
    named(here.el, "Playback").click();
    await settle();
    await click(here.el, "Move to column…");
    here.el.querySelectorAll<HTMLElement>(".choices li button")[1]!.click();
    await settle();
    expect(acts(host)).toEqual([
      { kind: "retro.group_cards", cards: ["pairing"], into: "playbacks" },
      { kind: "retro.take_out", card: "playback" },
      { kind: "retro.take_out", card: "playback" },
      { kind: "retro.move_card", card: "playback", column: "bad" },
    ]);
  });

  it("renames a group and takes it apart", async () => {
    const host = await open(board("group"));
    await click(here.el, "Rename the group: Playbacks");
    await type(named(here.el, "Name of the group"), "Visits");
    await click(here.el, "Save");
    await click(here.el, "Take apart the group: Playbacks");
    expect(acts(host)).toEqual([
      { kind: "retro.rename_group", group: "playbacks", title: "Visits" },
      { kind: "retro.ungroup", group: "playbacks" },
    ]);
  });

  it("goes from a card to the tools with Enter", async () => {
    await open(board("group"));
    named(here.el, "Pairing").click();
    named(here.el, "Playback").click();
    await settle();
    await press(named(here.el, "Playback"), "Enter");
    expect(document.activeElement).toBe(named(here.el, "Group together"));
  });

  it("lets the facilitator alone delete what others wrote, and asks first", async () => {
    await open(board("group"));
    named(here.el, "Pairing").click();
    await settle();
    expect(here.text).not.toContain("Delete card");
    here.close();
    const host = await open(board("group"), { role: "facilitator" });
    named(here.el, "Pairing").click();
    await settle();
    await click(here.el, "Delete card: Pairing");
    expect(host.send).not.toHaveBeenCalled();
    await click(here.el, "Delete card");
    expect(sent(host)).toEqual([{ kind: "retro.delete_card", activity: "board", card: "pairing" }]);
  });
});

describe("undo", () => {
  const together = async (host: FakeHost) => {
    named(here.el, "Pairing").click();
    named(here.el, "Playback").click();
    await settle();
    await click(here.el, "Group together");
    return String(last(names(host)));
  };

  it("takes back the last act by its name, says so, and goes back to its card", async () => {
    const host = await open(board("group"));
    const act = await together(host);
    expect(act).toMatch(/^[0-9a-f]{32}$/);
    await click(here.el, "Undo: 2 cards put together");
    expect(last(sent(host))).toEqual({ kind: "retro.undo", activity: "board", act });
    expect(last(host.said)).toBe("Undone: 2 cards put together");
    expect(document.activeElement).toBe(named(here.el, "Pairing"));
    expect(here.text).not.toContain("Undo");
  });

  it("is reached from a card with Enter while none is chosen", async () => {
    const host = await open(board("group"));
    await together(host);
    await press(named(here.el, "Pairing"), "Enter");
    expect(document.activeElement?.textContent).toBe("Undo");
  });

  it("takes back all that one act did, under one name", async () => {
    const host = await open(board("group"));
    named(here.el, "Playback").click();
    await settle();
    await click(here.el, "Move to column…");
    here.el.querySelectorAll<HTMLElement>(".choices li button")[1]!.click();
    await settle();
    expect(new Set(names(host)).size).toBe(1);
    await click(here.el, "Undo: 1 card moved");
  });

  it("gives every act a name of its own, and takes back only the last", async () => {
    const host = await open(board("group"));
    await together(host);
    await click(here.el, "Take apart the group: Playbacks");
    expect(new Set(names(host)).size).toBe(2);
    await click(here.el, "Undo: Group taken apart");
    expect(last(sent(host))?.["act"]).toBe(names(host)[1]);
  });

  it("says why where something has changed since", async () => {
    const host = await open(board("group"));
    await together(host);
    host.send.mockRejectedValueOnce(new Refused("changed_since", "It has changed."));
    await click(here.el, "Undo: 2 cards put together");
    expect(here.el.querySelector(".selection [role=alert]")?.textContent).toContain(
      "It has changed.",
    );
    expect(last(host.said)).not.toContain("Undone");
  });

  it("is not offered for what was refused", async () => {
    const host = await open(board("group"));
    host.send.mockRejectedValueOnce(new Refused("unknown_card", "It is gone."));
    await together(host);
    expect(here.text).not.toContain("Undo");
  });
});

describe("focus", () => {
  it("stays with a card that a patch moves into a group, and out again", async () => {
    const host = await open(board("group"));
    const before = named(here.el, "Pairing");
    before.focus();
    const { cards, ...view } = board("group");
    const grouped = { ...cards.items, pairing: { ...cards.items["pairing"]!, group: "playbacks" } };
    host.view.value = { ...view, cards: { ...cards, items: grouped } } as never;
    await settle();
    const after = named(here.el, "Pairing");
    expect(after.closest(".group-box")).not.toBeNull();
    expect(after).not.toBe(before);
    expect(document.activeElement).toBe(after);
    host.view.value = board("group");
    await settle();
    expect(document.activeElement).toBe(named(here.el, "Pairing"));
  });

  it("stays with a card that a patch moves into another column beside it", async () => {
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
    const host = await open(board("group"));
    named(here.el, "Pairing").focus();
    const { cards, ...view } = board("group");
    const moved = { ...cards.items, pairing: { ...cards.items["pairing"]!, column: "bad" } };
    host.view.value = { ...view, cards: { ...cards, items: moved } } as never;
    await settle();
    const after = named(here.el, "Pairing");
    expect(after.closest(".column")?.textContent).toContain("To improve");
    expect(document.activeElement).toBe(after);
    vi.restoreAllMocks();
  });
});
