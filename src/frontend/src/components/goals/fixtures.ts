/** Goal maps for tests: a small one of a benefits team, and one as big as we promise to draw. */

import { listing } from "../fake-host";
import { linkId } from "./graph";
import type { Shape } from "./layout";
import { LEVELS, type Cell, type GoalsMe, type GoalsView, type Link, type MapItem } from "./view";

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

const ITEMS: Readonly<Record<string, MapItem>> = {
  vision: { level: "vision", text: "People get the help they are owed" },
  clear: { level: "goal", text: "Letters people understand", owner: "Content team" },
  launch: { level: "goal", text: "Launch the new portal", like_output: true },
  fewer: {
    level: "outcome",
    text: "Fewer calls about letters",
    measure: { name: "Calls a week", baseline: 900, target: 400 },
    assumption: "People call because they do not understand",
  },
  trust: { level: "outcome", text: HOSTILE },
  rewrite: { level: "work", text: "Rewrite the ten commonest letters" },
  stray: { level: "work", text: "Move to the new server" },
};

const LINKS: readonly Link[] = [
  { child: "clear", parent: "vision" },
  { child: "fewer", parent: "clear" },
  { child: "rewrite", parent: "fewer" },
];

const question = (en: string) => ({ title: { en } });

const MAP: GoalsView = {
  kind: "goals",
  title: { en: "Our goals" },
  phase: "link",
  phases: ["draft", "link", "rate", "reveal", "discuss", "re-rate", "agree"],
  private: false,
  items: listing(ITEMS),
  links: listing(Object.fromEntries(LINKS.map((link) => [linkId(link), link]))),
  drafted: 7,
  hidden: 0,
  questions: listing({
    clear: question("I know what this means"),
    matters: question("This matters"),
    my_work: question("My work moves it"),
  }),
  smallest: 5,
  round: 1,
  raters: 0,
  sight: {
    unserved: ["launch"],
    aimless: ["stray"],
    unmeasured: ["trust"],
    assumptions: ["fewer", "rewrite"],
    share: { clear: 0.5, launch: 0 },
  },
};

export const cell = (counts: readonly number[], more: Partial<Cell> = {}): Cell => ({
  counts,
  cannot_say: 0,
  ...more,
});

const FIRST = {
  round: 1,
  raters: 12,
  goals: {
    clear: {
      clear: cell([0, 0, 1, 4, 7], { median: 5, agreement: 0.72 }),
      matters: cell([6, 0, 0, 0, 6], {
        median: 3,
        agreement: -1,
        by: {
          leaders: cell([0, 0, 0, 0, 6]),
          "delivery team": cell([6, 0, 0, 0, 0]),
        },
      }),
      my_work: cell([0, 0, 0, 0, 0], { cannot_say: 12 }),
    },
    launch: {
      clear: cell([0, 0, 0, 1, 0], { median: 4, agreement: 1 }),
      matters: cell([0, 0, 0, 0, 0]),
      my_work: cell([2, 3, 3, 2, 2], { median: 3, agreement: 0.3, cannot_say: 1 }),
    },
  },
  order: ["launch", "clear"],
};

const SECOND = {
  ...FIRST,
  round: 2,
  goals: {
    ...FIRST.goals,
    clear: {
      ...FIRST.goals.clear,
      matters: cell([0, 1, 1, 4, 6], { median: 4, agreement: 0.6 }),
    },
  },
};

export const ROUNDS = [FIRST, SECOND];

export const map = (phase: string, more: Partial<GoalsView> = {}): GoalsView => ({
  ...MAP,
  ...(phase === "draft"
    ? { items: listing({ vision: ITEMS["vision"]! }), links: listing({}) }
    : {}),
  ...(["reveal", "discuss", "agree"].includes(phase) ? { rounds: [FIRST] } : {}),
  private: ["draft", "rate", "re-rate"].includes(phase),
  phase,
  ...more,
});

export const ME: GoalsMe = {
  items: listing({ mine: { level: "goal", text: "My goal" } }),
  ratings: { clear: { clear: "4" } },
};

/** A map of many: one item in twenty a vision, two goals, five outcomes, the rest work. */
export function bigMap(count: number, linkCount: number): { view: GoalsView; shape: Shape } {
  const levelAt = (at: number) =>
    LEVELS[at < count * 0.03 ? 0 : at < count * 0.15 ? 1 : at < count * 0.4 ? 2 : 3]!;
  const ids = Array.from({ length: count }, (_, at) => `i${at}`);
  const items = Object.fromEntries(
    ids.map((id, at) => [id, { level: levelAt(at), text: `Item ${at} with words to be wrapped` }]),
  );
  const links = Object.fromEntries(
    pairs(count, levelAt, linkCount).map((link) => [linkId(link), link]),
  );
  const view = map("link", { items: listing<MapItem>(items), links: listing(links) });
  const levels = ids.map((id, at) => [id, levelAt(at)] as const);
  return { view, shape: { levels, links: Object.entries(links) } };
}

/** Different links, each upwards, picked by a small generator that always picks the same. */
function pairs(count: number, levelAt: (at: number) => string, wanted: number): Link[] {
  const found = new Map<string, Link>();
  const level = (at: number) => LEVELS.indexOf(levelAt(at) as (typeof LEVELS)[number]);
  let seed = 7;
  const pick = () => (seed = (seed * 48271) % 2147483647) % count;
  while (found.size < wanted) {
    const [one, other] = [pick(), pick()];
    if (level(one) <= level(other)) continue;
    const link = { child: `i${one}`, parent: `i${other}` };
    found.set(linkId(link), link);
  }
  return [...found.values()];
}
