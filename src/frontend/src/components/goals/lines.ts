/** Text broken into the lines of a box. Widths are estimated, on the wide side: nothing is measured. */

const WIDE = /[mwMW@%…—]/;
const NARROW = /[iljtfrI.,:;'’|!()[\] -]/;
const CAPITAL = /[A-Z0-9]/;
/** Scripts whose letters fill a square, and pictures. */
const FULL = 0x1100;

/** How wide a text is, in units of its size. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
}

function letterWidth(letter: string): number {
  if (letter.codePointAt(0)! >= FULL && letter !== "…" && letter !== "’" && letter !== "—")
    return 1.1;
  if (WIDE.test(letter)) return 0.95;
  if (NARROW.test(letter)) return 0.36;
  return CAPITAL.test(letter) ? 0.7 : 0.58;
}

/** At most `count` lines of `width`; what does not fit ends in "…". Long words are broken. */
export function linesOf(text: string, width: number, count: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest && lines.length < count) {
    const line = lineOf(rest, width);
    rest = rest.slice(line.length).trimStart();
    lines.push(line.trimEnd());
  }
  if (rest && lines.length) lines.push(ended(lines.pop()!, width));
  return lines;
}

/** As much of the text as fits on one line: whole words if it can be. */
function lineOf(text: string, width: number): string {
  const fits = fitting(text, width);
  if (fits.length === text.length || text[fits.length] === " ") return fits;
  const space = fits.lastIndexOf(" ");
  return space > 0 ? fits.slice(0, space) : fits;
}

function fitting(text: string, width: number): string {
  let used = 0;
  let fits = "";
  for (const letter of text) {
    used += letterWidth(letter);
    if (used > width && fits) break;
    fits += letter;
  }
  return fits;
}

function ended(line: string, width: number): string {
  return `${fitting(line, width - widthOf("…")).trimEnd()}…`;
}
