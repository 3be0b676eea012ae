/** A small board for tests. */

import { listing } from "../fake-host";
import type { RetroMe, RetroView } from "./view";

const column = (title: string, kind: string) => ({
  title: { en: title },
  prompt: { en: `${title}?` },
  kind,
});

const BOARD: RetroView = {
  kind: "retro",
  title: { en: "Retro" },
  phase: "write",
  phases: ["write", "group", "vote", "discuss", "act"],
  private: true,
  anonymous: true,
  columns: listing({ good: column("Went well", "keep"), bad: column("To improve", "change") }),
  written: 27,
  hidden: 27,
  cards: listing({}),
  groups: listing({}),
  votes_each: 3,
  voted: 0,
};

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

const REVEALED: RetroView = {
  ...BOARD,
  private: false,
  written: 5,
  hidden: 0,
  cards: listing({
    pairing: { text: "Pairing", column: "good" },
    visit: { text: "Call centre visit", column: "good", group: "playbacks" },
    playback: { text: "Playback", column: "good", group: "playbacks" },
    letters: { text: "Letters", column: "bad" },
    hostile: { text: HOSTILE, column: "bad" },
  }),
  groups: listing({ playbacks: { title: "Playbacks", column: "good" } }),
};

const TALLIED = {
  tallies: { letters: { votes: 6, voters: 3 }, playbacks: { votes: 2, voters: 1 } },
  ranking: ["letters", "playbacks", "pairing", "hostile"],
};

export const board = (phase: string, more: Partial<RetroView> = {}): RetroView => ({
  ...(phase === "write" ? BOARD : REVEALED),
  ...(phase === "discuss" || phase === "act" ? TALLIED : {}),
  phase,
  ...more,
});

export const ME: RetroMe = {
  cards: listing({ mine: { text: "My thought", column: "good" } }),
  votes: { letters: 1 },
  votes_left: 2,
};
