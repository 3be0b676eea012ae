/** The map as it will be when the room agrees to the wishes on their way: a guess, never the truth. */

import type { Command, Pending } from "../../host";
import { listed } from "../../view";
import { drop, EMPTY, put } from "../parts/listings";
import { linkId, type GoalMap } from "./graph";
import type { GoalsMe, GoalsView, Link, MapItem, Ratings } from "./view";

export function foresee(view: GoalsView, me: GoalsMe, pending: Pending): GoalMap {
  const start: GoalMap = { view, me, pending: new Set() };
  return [...pending].reduce((map, [id, command]) => {
    const step = STEPS[command.kind];
    if (!step) return map;
    const touched = touchedBy(command, id);
    return { ...step(map, command, id), pending: new Set([...map.pending, ...touched]) };
  }, start);
}

type Step = (map: GoalMap, command: Command, id: string) => GoalMap;

const STEPS: Readonly<Record<string, Step>> = {
  "goals.add_item": addItem,
  "goals.edit_item": editItem,
  "goals.delete_item": (map, { item }) => deleteItem(map, String(item)),
  "goals.add_link": (map, command) => withLinks(map, put(map.view.links, ...linkOf(command))),
  "goals.remove_link": (map, command) => withLinks(map, drop(map.view.links, linkOf(command)[0])),
  "goals.rate": (map, command) => rated(map, command, String(command["answer"])),
  "goals.unrate": (map, command) => rated(map, command, undefined),
  "goals.focus": focus,
};

function touchedBy(command: Command, id: string): string[] {
  if (command.kind.endsWith("_link")) return [linkOf(command)[0]];
  return [id, ...(typeof command["item"] === "string" ? [command["item"]] : [])];
}

function linkOf(command: Command): readonly [string, Link] {
  const link = { child: String(command["child"]), parent: String(command["parent"]) };
  return [linkId(link), link];
}

function withLinks(map: GoalMap, links: GoalsView["links"]): GoalMap {
  return { ...map, view: { ...map.view, links } };
}

function itemOf(command: Command): MapItem {
  const { level, text, owner, measure, assumption } = command;
  return {
    level: level as MapItem["level"],
    text: String(text),
    ...(owner ? { owner: String(owner) } : {}),
    ...(measure ? { measure: measure as NonNullable<MapItem["measure"]> } : {}),
    ...(assumption ? { assumption: String(assumption) } : {}),
  };
}

function addItem(map: GoalMap, command: Command, id: string): GoalMap {
  const { view, me } = map;
  const item = itemOf(command);
  if (view.phase !== "draft")
    return { ...map, view: { ...view, items: put(view.items, id, item) } };
  const counted = { ...view, drafted: view.drafted + 1, hidden: view.hidden + 1 };
  return { ...map, view: counted, me: { ...me, items: put(me.items ?? EMPTY, id, item) } };
}

/** The whole of an item but its level: what is left out is gone. */
function editItem(map: GoalMap, command: Command): GoalMap {
  const id = String(command["item"]);
  const anew = (items: GoalsView["items"]) => {
    const before = items.items[id];
    return before ? put(items, id, itemOf({ ...command, level: before.level })) : items;
  };
  const { view, me } = map;
  return {
    ...map,
    view: { ...view, items: anew(view.items) },
    me: me.items ? { ...me, items: anew(me.items) } : me,
  };
}

function deleteItem(map: GoalMap, id: string): GoalMap {
  const { view, me } = map;
  const dangling = listed(view.links).filter(([, { child, parent }]) =>
    [child, parent].includes(id),
  );
  const links = dangling.reduce((left, [link]) => drop(left, link), view.links);
  const fewer = { ...view, links, items: drop(view.items, id), drafted: view.drafted - 1 };
  return { ...map, view: fewer, me: me.items ? { ...me, items: drop(me.items, id) } : me };
}

function rated(map: GoalMap, command: Command, answer: string | undefined): GoalMap {
  const ratings: Ratings = map.me.ratings ?? {};
  const [goal, question] = [String(command["item"]), String(command["question"])];
  const { [question]: _before, ...others } = ratings[goal] ?? {};
  const now = answer === undefined ? others : { ...others, [question]: answer };
  return { ...map, me: { ...map.me, ratings: { ...ratings, [goal]: now } } };
}

function focus(map: GoalMap, command: Command): GoalMap {
  const { focus: _before, ...view } = map.view;
  const { item } = command;
  const now = typeof item === "string" ? { ...view, focus: item } : view;
  return { ...map, view: now as GoalsView };
}
