/** The board as it will be when the room agrees to the wishes on their way: a guess, never the truth. */

import type { Command, Pending } from "../../host";
import { amend, drop, EMPTY, put } from "../parts/listings";
import type { NewReading } from "./paste";
import type { Arm, Choice, Expected, Experiment, ExperimentsMe, ExperimentsView } from "./view";

export interface Board {
  readonly view: ExperimentsView;
  readonly me: ExperimentsMe;
  /** Ids of experiments and readings that are on their way; and "expected" and "vote". */
  readonly pending: ReadonlySet<string>;
}

export function foresee(view: ExperimentsView, me: ExperimentsMe, pending: Pending): Board {
  const start: Board = { view, me, pending: new Set() };
  return [...pending].reduce((board, [id, command]) => {
    const step = STEPS[command.kind];
    return step ? step(board, command, id) : board;
  }, start);
}

type Step = (board: Board, command: Command, id: string) => Board;

const STEPS: Readonly<Record<string, Step>> = {
  "experiments.add_experiment": added,
  "experiments.remove_experiment": removed,
  "experiments.record_readings": recorded,
  "experiments.focus": focused,
  "experiments.expect": expected,
  "experiments.give_vote": (board, { choice }) => voted(board, choice as Choice),
  "experiments.take_vote_back": (board) => voted(board, undefined),
};

function touched(board: Board, name: string): Board {
  return { ...board, pending: new Set([...board.pending, name]) };
}

function added(board: Board, command: Command, id: string): Board {
  const { title, owner, action } = command;
  const idea: Experiment = {
    title: String(title),
    stage: "idea",
    ...(owner ? { owner: String(owner) } : {}),
  };
  const { experiments, actions, total } = board.view;
  const view = {
    ...board.view,
    experiments: put(experiments, id, idea),
    actions: typeof action === "string" ? drop(actions, action) : actions,
    total: total + 1,
  };
  return touched({ ...board, view }, id);
}

function removed(board: Board, { experiment }: Command): Board {
  const experiments = drop(board.view.experiments, String(experiment));
  return { ...board, view: { ...board.view, experiments, total: board.view.total - 1 } };
}

/** Readings are listed at once; what they say together is the room's to work out. */
function recorded(board: Board, { experiment: key, readings }: Command, id: string): Board {
  const experiment = board.view.experiments.items[String(key)];
  if (!experiment) return board;
  const { order, items } = experiment.readings ?? EMPTY;
  const start = experiment.started ?? "9";
  const added = (readings as readonly NewReading[]).map((reading, n) => {
    const arm: Arm = reading.arm ?? (reading.date < start ? "control" : "trial");
    return [`${id}-${n}`, { ...reading, arm }] as const;
  });
  const ids = added.map(([each]) => each);
  const now = { order: [...order, ...ids], items: { ...items, ...Object.fromEntries(added) } };
  const experiments = amend(board.view.experiments, String(key), { readings: now });
  const view = { ...board.view, experiments };
  return { ...board, view, pending: new Set([...board.pending, ...ids]) };
}

/** What is known of the one in focus before goes with it: the room says what there is of the next. */
function focused(board: Board, { experiment }: Command): Board {
  const { focus: before, ...rest } = board.view;
  if (experiment === before) return board;
  const { chart, expectations, votes, ...view } = rest;
  const now = typeof experiment === "string" ? { ...view, focus: experiment } : view;
  return { ...board, view: now as ExperimentsView };
}

function expected(board: Board, { outcome, note }: Command): Board {
  const { view, me } = board;
  const more = Number(me.expected === undefined);
  const said = { outcome: outcome as Expected, ...(note ? { note: String(note) } : {}) };
  const counted = { ...view, expected: (view.expected ?? 0) + more };
  return touched({ ...board, view: counted, me: { ...me, expected: said } }, "expected");
}

function voted(board: Board, choice: Choice | undefined): Board {
  const { vote: before, ...me } = board.me;
  const more = Number(choice !== undefined) - Number(before !== undefined);
  const view = { ...board.view, voted: (board.view.voted ?? 0) + more };
  const now = choice === undefined ? me : { ...me, vote: choice };
  return touched({ ...board, view, me: now }, "vote");
}
