/**
 * The board as it will be when the room agrees to the wishes on their way.
 *
 * It guesses the room's answer and is never the truth: the next view replaces it. What it makes
 * anew bears the id of its command until the room has given it one.
 */

import type { Command, Pending } from "../../host";
import { listed } from "../../view";
import { amend, drop, EMPTY, put } from "../parts/listings";
import { budgetOf, itemsOf, type Board } from "./board";
import type { Card, RetroMe, RetroView } from "./view";

export function foresee(view: RetroView, me: RetroMe, pending: Pending): Board {
  const start: Board = { view, me, pending: new Set() };
  return [...pending].reduce((board, [id, command]) => {
    const step = STEPS[command.kind];
    if (!step) return board;
    const touched = [id, ...touchedBy(command)];
    return { ...step(board, command, id), pending: new Set([...board.pending, ...touched]) };
  }, start);
}

type Step = (board: Board, command: Command, id: string) => Board;

const STEPS: Readonly<Record<string, Step>> = {
  "retro.add_card": addCard,
  "retro.edit_card": (board, { card, text }) =>
    changeCard(board, String(card), { text: String(text) }),
  "retro.move_card": (board, { card, column }) =>
    changeCard(board, String(card), { column: String(column) }),
  "retro.delete_card": (board, { card }) => deleteCard(board, String(card)),
  "retro.hide_card": (board, { card }) => hideCard(board, String(card)),
  "retro.group_cards": groupCards,
  "retro.take_out": (board, { card }) => regroup(board, [String(card)], undefined),
  "retro.ungroup": (board, { group }) => regroup(board, membersOf(board, String(group)), undefined),
  "retro.rename_group": renameGroup,
  "retro.give_vote": (board, command) => vote(board, command, 1),
  "retro.take_vote_back": (board, command) => vote(board, command, -1),
  "retro.count_room": countRoom,
  "retro.focus": focus,
};

function touchedBy(command: Command): string[] {
  const one = [command["card"], command["group"], command["target"]];
  const many = Array.isArray(command["cards"]) ? command["cards"] : [];
  return [...one, ...many].filter((id): id is string => typeof id === "string");
}

function addCard(board: Board, command: Command, id: string): Board {
  const { view, me } = board;
  const words = { text: String(command["text"]), column: String(command["column"]) };
  const card = command["from_room"] ? { ...words, from_room: true } : words;
  const mine = { ...me, cards: put(me.cards ?? EMPTY, id, card) };
  const counted = { ...view, written: view.written + 1 };
  return view.phase === "write"
    ? { ...board, me: mine, view: { ...counted, hidden: view.hidden + 1 } }
    : { ...board, me: mine, view: { ...counted, cards: put(view.cards, id, card) } };
}

function changeCard({ view, me, pending }: Board, id: string, change: Partial<Card>): Board {
  const own = me.cards;
  return {
    pending,
    view: { ...view, cards: amend(view.cards, id, change) },
    me: own ? { ...me, cards: amend(own, id, change) } : me,
  };
}

function deleteCard({ view, me, pending }: Board, id: string): Board {
  const revealed = view.cards.items[id] !== undefined;
  const fewer = {
    ...view,
    cards: drop(view.cards, id),
    written: view.written - 1,
    hidden: view.hidden - (revealed ? 0 : 1),
  };
  const own = me.cards ? { ...me, cards: drop(me.cards, id) } : me;
  return tidy({ view: fewer, me: own, pending }, { view, me, pending });
}

/** A hidden card is gone, and its group stays. */
function hideCard(board: Board, id: string): Board {
  return { ...board, view: { ...board.view, cards: drop(board.view.cards, id) } };
}

function groupCards(board: Board, command: Command, id: string): Board {
  const cards = (command["cards"] as readonly string[]) ?? [];
  const into = command["into"];
  if (typeof into === "string") return regroup(board, cards, into);
  const first = board.view.cards.items[cards[0] ?? ""];
  if (!first) return board;
  const group = { title: String(command["title"] || first.text), column: first.column };
  const view = { ...board.view, groups: put(board.view.groups, id, group) };
  return regroup({ ...board, view }, cards, id);
}

function renameGroup({ view, me, pending }: Board, command: Command): Board {
  const change = { title: String(command["title"]) };
  return {
    pending,
    me,
    view: { ...view, groups: amend(view.groups, String(command["group"]), change) },
  };
}

function vote(board: Board, command: Command, dots: number): Board {
  const { me } = board;
  const target = String(command["target"]);
  const room = command["from_room"] === true;
  const before = budgetOf(board, room);
  const votes = { ...before.votes, [target]: Math.max(0, (before.votes[target] ?? 0) + dots) };
  const change = { votes, votes_left: before.left - dots };
  if (!room) return { ...board, me: { ...me, ...change } };
  return { ...board, me: { ...me, room: { people: me.room?.people ?? 0, ...change } } };
}

function countRoom(board: Board, command: Command): Board {
  const { view, me } = board;
  const people = Number(command["people"]);
  const { votes, left, all } = budgetOf(board, true);
  const votes_left = left + people * view.votes_each - all;
  return { ...board, me: { ...me, room: { people, votes, votes_left } } };
}

function focus(board: Board, command: Command): Board {
  const { focus: _before, ...view } = board.view;
  const target = command["target"];
  return {
    ...board,
    view: (typeof target === "string" ? { ...view, focus: target } : view) as RetroView,
  };
}

function membersOf({ view }: Board, group: string): string[] {
  return listed(view.cards).flatMap(([id, card]) => (card.group === group ? [id] : []));
}

function regroup(board: Board, cards: readonly string[], group: string | undefined): Board {
  const moved = cards.reduce((listing, id) => {
    const card = listing.items[id];
    return card ? put(listing, id, inGroup(card, group)) : listing;
  }, board.view.cards);
  return tidy({ ...board, view: { ...board.view, cards: moved } }, board);
}

function inGroup({ group: _before, ...card }: Card, group: string | undefined): Card {
  return group === undefined ? card : { ...card, group };
}

/** No group that has come down to one card; one whose others are hidden had but one before. */
function tidy(board: Board, before: Board): Board {
  const { view } = board;
  const had = new Map(itemsOf(before.view).map((item) => [item.id, item.cards.length]));
  const alone = itemsOf(view).filter((item) => item.cards.length === 1 && had.get(item.id) !== 1);
  const cards = alone.reduce((listing, item) => {
    const [id, card] = item.cards[0]!;
    return put(listing, id, inGroup(card, undefined));
  }, view.cards);
  const kept = new Set(listed(cards).map(([, card]) => card.group));
  const gone = view.groups.order.filter((id) => !kept.has(id));
  return { ...board, view: { ...view, cards, groups: gone.reduce(drop, view.groups) } };
}
