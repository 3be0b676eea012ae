/** The structure of a map: all that its layout hangs on. Words may change without moving a box. */

import { listed } from "../../view";
import type { Shape } from "./layout";
import type { GoalsView } from "./view";

export function shapeOf({ items, links }: GoalsView): Shape {
  return {
    levels: listed(items).map(([id, { level }]) => [id, level] as const),
    links: listed(links),
  };
}

/** The same for the same structure. */
export function shapeKey({ items, links }: GoalsView): string {
  const levels = listed(items).map(([id, { level }]) => `${id} ${level}`);
  return `${levels.join("|")}||${links.order.join("|")}`;
}
