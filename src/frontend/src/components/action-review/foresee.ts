/** The review as it will be when the room agrees to the wishes on their way. */

import type { Command, Pending } from "../../host";
import { amend } from "../parts/listings";
import type { Decision, Mark, OwnMark, Reviewed, ReviewMe, ReviewView } from "./view";

export interface Sight {
  readonly view: ReviewView;
  readonly me: ReviewMe;
  /** Ids of actions whose change is on its way. */
  readonly pending: ReadonlySet<string>;
}

export function foresee(view: ReviewView, me: ReviewMe, pending: Pending): Sight {
  const start: Sight = { view, me, pending: new Set() };
  return [...pending.values()].reduce((sight, command) => {
    const step = STEPS[command.kind];
    const action = String(command["action"]);
    if (!step) return sight;
    return { ...step(sight, action, command), pending: new Set([...sight.pending, action]) };
  }, start);
}

type Step = (sight: Sight, action: string, command: Command) => Sight;

const STEPS: Readonly<Record<string, Step>> = {
  "action_review.mark": (sight, action, command) => withMark(sight, action, markOf(command)),
  "action_review.take_mark_back": (sight, action) => withMark(sight, action, undefined),
  "action_review.focus": (sight, action) => ({ ...sight, view: { ...sight.view, focus: action } }),
  "action_review.decide": decided,
};

function markOf({ mark, note }: Command): OwnMark {
  return { mark: mark as Mark, ...(note ? { note: String(note) } : {}) };
}

function withMark(sight: Sight, action: string, mark: OwnMark | undefined): Sight {
  const before = sight.me.marks ?? {};
  const { [action]: _gone, ...others } = before;
  const marks = mark ? { ...others, [action]: mark } : others;
  const anyOf = (own: object): number => Number(Object.keys(own).length > 0);
  const looked = sight.view.looked + anyOf(marks) - anyOf(before);
  return { ...sight, me: { ...sight.me, marks }, view: { ...sight.view, looked } };
}

function decided(sight: Sight, action: string, command: Command): Sight {
  const decision = command["decision"] as Decision;
  const outcome = String(command["outcome"] ?? "");
  const change: Partial<Reviewed> = { decision, outcome };
  const actions = amend(sight.view.actions, action, change);
  const { focus: before, ...rest } = sight.view;
  const next = before === action ? undecided({ ...sight.view, actions })[0] : before;
  return { ...sight, view: { ...rest, actions, ...(next ? { focus: next } : {}) } as ReviewView };
}

/** What is still to be decided, in order. */
export function undecided({ actions }: ReviewView): string[] {
  return actions.order.filter((id) => actions.items[id]?.decision === undefined);
}
