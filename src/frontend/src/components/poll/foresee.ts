/** The poll as it will be when the room agrees to the answers on their way. */

import type { Pending } from "../../host";
import type { PollMe, PollView } from "./view";

export interface Sight {
  readonly view: PollView;
  readonly me: PollMe;
  readonly pending: boolean;
}

export function foresee(view: PollView, me: PollMe, pending: Pending): Sight {
  let answer = me.answer;
  let touched = false;
  for (const command of pending.values()) {
    if (command.kind === "poll.answer") answer = String(command["answer"]);
    else if (command.kind === "poll.withdraw") answer = undefined;
    else continue;
    touched = true;
  }
  const { answer: before, ...rest } = me;
  const more = Number(answer !== undefined) - Number(before !== undefined);
  return {
    view: { ...view, answered: view.answered + more },
    me: answer === undefined ? rest : { ...rest, answer },
    pending: touched,
  };
}
