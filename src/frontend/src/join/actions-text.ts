/** The actions as plain text, for people to keep. */

import { bothLists } from "../components/actions/both";
import { listed, type Action, type Listing, type RoomView } from "../view";
import type { Say } from "../words";

/** Who does it and by when, in one line. */
export function details({ owner, due }: Action, say: Say, lang: string): string {
  const by = due && say("finished.due", { date: day(due, lang) });
  return [owner, by].filter(Boolean).join(" · ");
}

export function actionsText(view: RoomView, say: Say, lang: string): string {
  const { title, team } = view.workshop;
  const { toDo, keepDoing } = bothLists(view.carried, view.actions);
  const lines = (of: Listing<Action>) =>
    listed(of).map(([, action]) => {
      const note = details(action, say, lang);
      return `- ${action.text}${note && ` (${note})`}`;
    });
  const kept = keepDoing.order.length ? ["", say("finished.keep"), "", ...lines(keepDoing)] : [];
  const head = [title, team].filter(Boolean).join(" · ");
  return [head, "", ...lines(toDo), ...kept, ""].join("\n");
}

/** A calendar date, the same in every time zone. */
function day(date: string, lang: string): string {
  const locale = lang === "en" ? "en-GB" : lang;
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const moment = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? date : moment.toLocaleDateString(locale, style);
}
