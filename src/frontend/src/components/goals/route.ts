/** The ways of links between boxes: a curve to a neighbour, or along the lanes between the rows. */

import { BOX, GAP, type Place } from "./layout";
import type { Link } from "./view";

export function routed(
  links: ReadonlyArray<readonly [id: string, link: Link]>,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, string> {
  const last = lastColumns(places);
  return new Map(
    links.map(([id, { child, parent }]) => {
      const [from, to] = [places.get(parent)!, places.get(child)!];
      const direct =
        to.layer === from.layer + 1 && to.column === 0 && from.column === last.get(from.layer);
      return [id, direct ? curve(from, to) : detour(from, to)] as const;
    }),
  );
}

function lastColumns(places: ReadonlyMap<string, Place>): Map<number, number> {
  const last = new Map<number, number>();
  for (const { layer, column } of places.values()) {
    last.set(layer, Math.max(column, last.get(layer) ?? 0));
  }
  return last;
}

function middle(place: Place): number {
  return place.y + BOX.height / 2;
}

function curve(from: Place, to: Place): string {
  const start = from.x + BOX.width;
  const bend = (start + to.x) / 2;
  return `M${start} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${to.x} ${middle(to)}`;
}

/** Out of the box, along the lane above the child's row, into the child. */
function detour(from: Place, to: Place): string {
  const lane = to.y - GAP.row / 2;
  const start = from.x + BOX.width;
  const out = start + GAP.column;
  const into = to.x - GAP.column;
  return (
    `M${start} ${middle(from)}` +
    `C${start + GAP.column / 2} ${middle(from)} ${start + GAP.column / 2} ${lane} ${out} ${lane}` +
    `L${into} ${lane}` +
    `C${to.x - GAP.column / 2} ${lane} ${to.x - GAP.column / 2} ${middle(to)} ${to.x} ${middle(to)}`
  );
}
