/**
 * The order of items within their layers: each as near as may be to the middle of its neighbours
 * (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), so that links cross less.
 */

import type { Link } from "./view";

const SWEEPS = 8;

/** The same ids in a better order, and the same order for the same map. */
export function ordered(
  layers: readonly (readonly string[])[],
  links: readonly Link[],
): readonly (readonly string[])[] {
  const near = neighbours(links);
  let best = layers;
  let fewest = crossings(layers, links);
  let now = layers;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    now = swept(now, near, sweep % 2 === 0);
    const count = crossings(now, links);
    if (count < fewest) [best, fewest] = [now, count];
  }
  return best;
}

function swept(
  layers: readonly (readonly string[])[],
  near: Map<string, string[]>,
  down: boolean,
): readonly (readonly string[])[] {
  const sorted = layers.map((layer) => [...layer]);
  const places = placesOf(sorted);
  const turns = down ? sorted.keys() : [...sorted.keys()].reverse();
  for (const turn of turns) {
    const layer = sorted[turn]!;
    const middle = new Map(layer.map((id) => [id, barycentre(id, near, places)]));
    layer.sort((one, other) => middle.get(one)! - middle.get(other)!);
    layer.forEach((id, at) => places.set(id, place(at, layer.length)));
  }
  return sorted;
}

/** Layers differ in length: a place is a share of its layer. */
function place(at: number, length: number): number {
  return (at + 0.5) / length;
}

function placesOf(layers: readonly (readonly string[])[]): Map<string, number> {
  return new Map(
    layers.flatMap((layer) => layer.map((id, at) => [id, place(at, layer.length)] as const)),
  );
}

/** The middle of its neighbours; what has none stays where it is. */
function barycentre(id: string, near: Map<string, string[]>, places: Map<string, number>): number {
  const others = near.get(id) ?? [id];
  return others.reduce((sum, other) => sum + (places.get(other) ?? 0), 0) / others.length;
}

function neighbours(links: readonly Link[]): Map<string, string[]> {
  const near = new Map<string, string[]>();
  const add = (one: string, other: string) => near.set(one, [...(near.get(one) ?? []), other]);
  for (const { child, parent } of links) {
    add(child, parent);
    add(parent, child);
  }
  return near;
}

/** How many pairs of links between the same two layers cross. */
export function crossings(layers: readonly (readonly string[])[], links: readonly Link[]): number {
  const layerOf = new Map(layers.flatMap((layer, at) => layer.map((id) => [id, at] as const)));
  const places = placesOf(layers);
  const pairs = new Map<string, Array<readonly [number, number]>>();
  for (const { child, parent } of links) {
    const between = `${layerOf.get(parent)} ${layerOf.get(child)}`;
    const ends = [places.get(parent)!, places.get(child)!] as const;
    pairs.set(between, [...(pairs.get(between) ?? []), ends]);
  }
  return [...pairs.values()].reduce((sum, ends) => sum + crossed(ends), 0);
}

function crossed(ends: ReadonlyArray<readonly [number, number]>): number {
  let count = 0;
  for (let one = 0; one < ends.length; one += 1) {
    for (let other = one + 1; other < ends.length; other += 1) {
      const [a, b] = ends[one]!;
      const [c, d] = ends[other]!;
      if ((a - c) * (b - d) < 0) count += 1;
    }
  }
  return count;
}
