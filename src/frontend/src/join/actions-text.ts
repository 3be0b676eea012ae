/** The actions as plain text, for people to keep. */

import { listed, type Action, type RoomView } from "../view";
import type { Say } from "../words";

/** Who does it and by when, in one line. */
export function details({ owner, due }: Action, say: Say, lang: string): string {
  const by = due && say("finished.due", { date: day(due, lang) });
  return [owner, by].filter(Boolean).join(" · ");
}

export function actionsText(view: RoomView, say: Say, lang: string): string {
  const { title, team } = view.workshop;
  const lines = listed(view.actions).map(([, action]) => {
    const note = details(action, say, lang);
    return `- ${action.text}${note && ` (${note})`}`;
  });
  return [[title, team].filter(Boolean).join(" · "), "", ...lines, ""].join("\n");
}

/** A calendar date, the same in every time zone. */
function day(date: string, lang: string): string {
  const locale = lang === "en" ? "en-GB" : lang;
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const moment = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? date : moment.toLocaleDateString(locale, style);
}
