/**
 * Where everything on the map stands: pure arithmetic, the same for the same map.
 *
 * Layers stand side by side, the vision at the left. A long layer folds into several columns, so
 * that a big map has the shape of a screen. All boxes stand on one grid of rows; the gaps between
 * rows are lanes, and a link that has to pass other boxes takes a lane: no link runs behind a box.
 */

import { ordered } from "./order";
import { routed } from "./route";
import { LEVELS, type Level, type Link } from "./view";

export const BOX = { width: 200, height: 76 } as const;
/** Between rows, between the columns of one layer, between layers, and around it all. */
export const GAP = { row: 20, column: 32, layer: 88, edge: 16, head: 32 } as const;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

export interface Head {
  readonly level: Level;
  readonly x: number;
  readonly width: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Head[];
  readonly places: ReadonlyMap<string, Place>;
  /** An SVG path for each link, by its id. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface Shape {
  readonly levels: ReadonlyArray<readonly [id: string, level: Level]>;
  readonly links: ReadonlyArray<readonly [id: string, link: Link]>;
}

export function layout({ levels, links }: Shape): Layout {
  const known = new Set(levels.map(([id]) => id));
  const sound = links.filter(([, { child, parent }]) => known.has(child) && known.has(parent));
  const used = LEVELS.filter((level) => levels.some(([, at]) => at === level));
  const layers = ordered(
    used.map((level) => levels.flatMap(([id, at]) => (at === level ? [id] : []))),
    sound.map(([, link]) => link),
  );
  const rows = rowsFor(layers.map((layer) => layer.length));
  const { heads, places, width } = placed(layers, used, rows);
  const paths = routed(sound, places);
  return { width, height: top(rows) - GAP.row + GAP.edge, heads, places, paths };
}

/** How many rows make the map about as wide as a screen is, and never fewer than a glance holds. */
export function rowsFor(lengths: readonly number[]): number {
  const longest = Math.max(1, ...lengths);
  for (let rows = Math.min(longest, 7); rows < longest; rows += 1) {
    const columns = lengths.reduce((sum, length) => sum + Math.ceil(length / rows), 0);
    if (columns * (BOX.width + GAP.column) <= rows * (BOX.height + GAP.row) * 1.6) return rows;
  }
  return longest;
}

function placed(
  layers: readonly (readonly string[])[],
  used: readonly Level[],
  rows: number,
): Pick<Layout, "heads" | "places" | "width"> {
  const places = new Map<string, Place>();
  const heads: Head[] = [];
  let left: number = GAP.edge;
  layers.forEach((layer, at) => {
    const columns = Math.max(1, Math.ceil(layer.length / rows));
    const tall = Math.ceil(layer.length / columns);
    const first = Math.floor((rows - tall) / 2);
    layer.forEach((id, index) => {
      const column = Math.floor(index / tall);
      const row = first + (index % tall);
      const x = left + column * (BOX.width + GAP.column);
      places.set(id, { x, y: top(row), layer: at, row, column });
    });
    const width = columns * (BOX.width + GAP.column) - GAP.column;
    heads.push({ level: used[at]!, x: left, width });
    left += width + GAP.layer;
  });
  return { heads, places, width: Math.max(0, left - GAP.layer) + GAP.edge };
}

function top(row: number): number {
  return GAP.edge + GAP.head + row * (BOX.height + GAP.row);
}
