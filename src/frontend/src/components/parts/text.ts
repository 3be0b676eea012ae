/** Small helpers for the words on screens. */

/** A label must name its card, but not read all of it aloud. */
export function short(text: string, limit = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}

/** A calendar day ("2026-12-04") as people say it. */
export function day(date: string, lang: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (Number.isNaN(at.getTime())) return date;
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, form).format(at);
}
