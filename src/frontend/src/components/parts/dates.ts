/** Calendar days: today by the server's clock, and how another day stands to it. */

export type Due = "overdue" | "today" | "coming";

/** The day that it is here, as `YYYY-MM-DD`. */
export function today(now: number): string {
  const at = new Date(now);
  const [month, day] = [at.getMonth() + 1, at.getDate()];
  return `${at.getFullYear()}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function dueOn(due: string, day: string): Due {
  return due < day ? "overdue" : due === day ? "today" : "coming";
}
