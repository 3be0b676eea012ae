/** The health check as it will be when the room agrees to the answers on their way. */

import type { Command, Pending } from "../../host";
import type { HealthMe, HealthView, Rating } from "./view";

export interface Sight {
  readonly view: HealthView;
  readonly me: HealthMe;
  /** Whether something of one's own is on its way. */
  readonly pending: boolean;
}

export function foresee(view: HealthView, me: HealthMe, pending: Pending): Sight {
  const own = [...pending.values()].filter(
    ({ kind }) => kind === "health.rate" || kind === "health.write",
  );
  const after = own.reduce(said, me);
  const more = Number(hasRated(after)) - Number(hasRated(me));
  return {
    view: { ...view, answered: view.answered + more },
    me: after,
    pending: own.length > 0,
  };
}

function said(me: HealthMe, command: Command): HealthMe {
  const topic = String(command["topic"]);
  if (command.kind === "health.write") {
    const text = String(command["text"]).trim();
    return { ...me, comments: put(me.comments, topic, text || undefined) };
  }
  const { light, trend } = command as Rating;
  const rating = { ...(light ? { light } : {}), ...(trend ? { trend } : {}) };
  return { ...me, ratings: put(me.ratings, topic, light || trend ? rating : undefined) };
}

function put<T>(known: Readonly<Record<string, T>> = {}, topic: string, value: T | undefined) {
  const { [topic]: _before, ...rest } = known;
  return value === undefined ? rest : { ...rest, [topic]: value };
}

function hasRated({ ratings = {} }: HealthMe): boolean {
  return Object.keys(ratings).length > 0;
}
