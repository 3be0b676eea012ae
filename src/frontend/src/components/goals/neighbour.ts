/** Which box an arrow key leads to. */

import type { Place } from "./layout";

export function neighbourOf(
  places: ReadonlyMap<string, Place>,
  from: string,
  key: string,
): string | undefined {
  const start = places.get(from);
  const ahead = start && WAYS[key];
  if (!ahead) return undefined;
  const found = [...places].filter(([id, place]) => id !== from && ahead(start, place));
  const [nearest] = found.sort(([, one], [, other]) => far(start, one) - far(start, other));
  return nearest?.[0];
}

const WAYS: Readonly<Record<string, (from: Place, to: Place) => boolean>> = {
  ArrowUp: (from, to) => to.x === from.x && to.y < from.y,
  ArrowDown: (from, to) => to.x === from.x && to.y > from.y,
  ArrowLeft: (from, to) => to.x < from.x,
  ArrowRight: (from, to) => to.x > from.x,
};

/** The next column first, then the nearest row in it. */
function far(from: Place, to: Place): number {
  return Math.abs(to.x - from.x) * 100 + Math.abs(to.y - from.y);
}
