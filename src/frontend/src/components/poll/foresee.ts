/** The poll as it will be when the room agrees to the answers on their way. */

import type { Command, Pending } from "../../host";
import { mineOf, type PollMe, type PollView } from "./view";

export interface Sight {
  readonly view: PollView;
  readonly me: PollMe;
  readonly pending: boolean;
}

export function foresee(view: PollView, me: PollMe, pending: Pending): Sight {
  const after = [...pending.values()].reduce(answered, me);
  const more = Number(mineOf(after).length > 0) - Number(mineOf(me).length > 0);
  return {
    view: { ...view, answered: view.answered + more },
    me: after,
    pending: after !== me,
  };
}

function answered(me: PollMe, command: Command): PollMe {
  switch (command.kind) {
    case "poll.answer":
      return { answer: String(command["answer"]) };
    case "poll.choose":
      return { chosen: command["chosen"] as readonly string[] };
    case "poll.withdraw":
      return {};
    default:
      return me;
  }
}
