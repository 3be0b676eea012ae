/** The team's actions with this person's wishes about them drawn in. */

import type { Command, Pending } from "../../host";
import type { Action, Listing } from "../../view";

export interface Foreseen {
  readonly actions: Listing<Action>;
  readonly pending: ReadonlySet<string>;
}

/** `aboutOf` finds the words of the card or group that a new action is about. */
export function foreseeActions(
  actions: Listing<Action>,
  pending: Pending,
  aboutOf: (target: string) => string | undefined = () => undefined,
): Foreseen {
  let seen = actions;
  const touched = new Set<string>();
  for (const [id, command] of pending) {
    const action = String(command["action"] ?? id);
    if (!STEPS[command.kind]) continue;
    touched.add(action);
    seen = STEPS[command.kind]!(seen, action, wordsOf(command, aboutOf));
  }
  return { actions: seen, pending: touched };
}

type Step = (actions: Listing<Action>, id: string, words: Action) => Listing<Action>;

const STEPS: Readonly<Record<string, Step>> = {
  "team.add_action": ({ order, items }, id, words) => ({
    order: [...order, id],
    items: { ...items, [id]: words },
  }),
  "team.change_action": (actions, id, words) => {
    const before = actions.items[id];
    if (!before) return actions;
    const { activity, target, about } = before;
    const kept = Object.fromEntries(
      Object.entries({ activity, target, about }).filter(([, value]) => value !== undefined),
    );
    return { ...actions, items: { ...actions.items, [id]: { ...kept, ...words } } };
  },
  "team.remove_action": ({ order, items }, id) => ({
    order: order.filter((other) => other !== id),
    items,
  }),
};

function wordsOf(command: Command, aboutOf: (target: string) => string | undefined): Action {
  const { text, owner, due, target, likely, keep_doing } = command;
  const about = typeof target === "string" ? aboutOf(target) : undefined;
  return {
    text: String(text ?? ""),
    ...(owner ? { owner: String(owner) } : {}),
    ...(due ? { due: String(due) } : {}),
    ...(likely ? { likely: Number(likely) } : {}),
    ...(keep_doing ? { keep_doing: true } : {}),
    ...(about ? { about } : {}),
  };
}
