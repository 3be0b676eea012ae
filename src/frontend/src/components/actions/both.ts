/** The two lists of a team: what it will do, and what it keeps doing. */

import { listed, type Action, type Listing } from "../../view";

export interface Both {
  readonly toDo: Listing<Action>;
  readonly keepDoing: Listing<Action>;
}

/** What goes on from earlier workshops comes first. */
export function bothLists(carried: Listing<Action>, actions: Listing<Action>): Both {
  const all = [...listed(carried), ...listed(actions)];
  const list = (keep: boolean) => {
    const found = all.filter(([, action]) => Boolean(action.keep_doing) === keep);
    return { order: found.map(([id]) => id), items: Object.fromEntries(found) };
  };
  return { toDo: list(false), keepDoing: list(true) };
}
