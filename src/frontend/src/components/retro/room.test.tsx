import { describe, expect, it } from "vitest";
import { click, named, type } from "../fake-host";
import { foresee } from "./foresee";
import { board, ME } from "./fixtures";
import { sent, stage } from "./stage";

const here = stage();
const { open } = here;
const lead = { role: "facilitator" } as const;
const room = { people: 2, votes: { letters: 2 }, votes_left: 4 };

describe("a card for someone without a device", () => {
  it("is written by the facilitator, who is told that everyone will see it", async () => {
    const host = await open(board("write"), lead);
    named(here.el, "From someone in the room without a device").click();
    await type(named(here.el, "+ New card in Went well"), "Said aloud");
    expect(here.text).toContain("Everyone will see that it comes from the room.");
    await click(here.el, "Add card");
    expect(sent(host)).toEqual([
      {
        kind: "retro.add_card",
        activity: "board",
        column: "good",
        text: "Said aloud",
        from_room: true,
      },
    ]);
  });

  it("is not for participants to write", async () => {
    await open(board("write"));
    expect(here.text).not.toContain("without a device");
  });

  it.each(["group", "vote", "discuss", "act"])("bears a sign in %s", async (phase) => {
    const { cards, ...view } = board(phase);
    const items = { ...cards.items, pairing: { ...cards.items["pairing"]!, from_room: true } };
    for (const role of ["participant", "facilitator", "observer"] as const) {
      await open({ ...view, cards: { ...cards, items } } as never, { role });
      const found = here.el.querySelector('[data-thing="pairing"] .pill')?.textContent;
      expect(found).toBe("From the room");
      if (role !== "observer") here.close();
    }
  });
});

describe("the room's dots", () => {
  it("are so many for each person that the facilitator counts", async () => {
    const host = await open(board("vote"), lead);
    await click(here.el, "One person more without a device");
    await click(here.el, "One person fewer without a device");
    expect(sent(host)).toEqual([{ kind: "retro.count_room", activity: "board", people: 1 }]);
    expect(here.text).not.toContain("of the room’s");
  });

  it("are given and taken back at the card, apart from her own", async () => {
    const host = await open(board("vote"), lead, { ...ME, room });
    expect(here.text).toContain("4 of the room’s 6 dots left");
    await click(here.el, "Give a dot from the room to: Playbacks");
    await click(here.el, "Take a dot of the room back from: Letters");
    const dot = { activity: "board", from_room: true };
    expect(sent(host)).toEqual([
      { kind: "retro.give_vote", ...dot, target: "playbacks" },
      { kind: "retro.take_vote_back", ...dot, target: "letters" },
    ]);
    expect(host.said).toEqual([
      "1 of the room’s dots here, 3 left",
      "1 of the room’s dots here, 5 left",
    ]);
  });

  it("are no more than there are", async () => {
    const host = await open(board("vote"), lead, { ...ME, room: { ...room, votes_left: 0 } });
    await click(here.el, "Give a dot from the room to: Playbacks");
    expect(host.send).not.toHaveBeenCalled();
    expect(host.said).toContain("The room has given all its dots. Take one back first.");
  });

  it("are no more on one card than its cap for each person", async () => {
    const capped = board("vote", { votes_per_card: 1 });
    const host = await open(capped, lead, { ...ME, room });
    await click(here.el, "Give a dot from the room to: Letters");
    expect(host.send).not.toHaveBeenCalled();
  });

  it("are nothing that a participant sees", async () => {
    await open(board("vote"), {}, { ...ME, room });
    expect(here.text).not.toContain("room");
  });

  it("are drawn before the room has agreed", () => {
    const wishes = [
      { kind: "retro.count_room", people: 3 },
      { kind: "retro.give_vote", target: "letters", from_room: true },
    ];
    const pending = new Map(wishes.map((wish, at) => [`c${at}`, wish]));
    const seen = foresee(board("vote"), { ...ME, room }, pending);
    expect(seen.me.room).toEqual({ people: 3, votes: { letters: 3 }, votes_left: 6 });
    expect(seen.me.votes).toEqual(ME.votes);
  });
});
