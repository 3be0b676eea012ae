/**
 * The order of items within their layers: each as near as may be to the middle of its neighbours
 * (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), so that links cross less.
 */

import type { Link } from "./view";

const SWEEPS = 8;

export type Layers = readonly (readonly string[])[];

/** The same ids in a better order, and the same order for the same map. */
export function ordered(layers: Layers, links: readonly Link[]): Layers {
  const near = neighbours(links);
  const pairs = betweenLayers(layers, links);
  let best = layers;
  let fewest = crossed(layers, pairs);
  let now = layers;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    now = swept(now, near, sweep % 2 === 0);
    const count = crossed(now, pairs);
    if (count < fewest) [best, fewest] = [now, count];
  }
  return best;
}

/** How many pairs of links between the same two layers cross. */
export function crossings(layers: Layers, links: readonly Link[]): number {
  return crossed(layers, betweenLayers(layers, links));
}

function swept(layers: Layers, near: Map<string, string[]>, down: boolean): Layers {
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

function placesOf(layers: Layers): Map<string, number> {
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
  for (const { child, parent } of links) {
    listIn(near, child).push(parent);
    listIn(near, parent).push(child);
  }
  return near;
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The links by the two layers that they join: others cannot cross them in the same gap. */
function betweenLayers(layers: Layers, links: readonly Link[]): Link[][] {
  const layerOf = new Map(layers.flatMap((layer, at) => layer.map((id) => [id, at] as const)));
  const pairs = new Map<number, Link[]>();
  for (const link of links) {
    const between = layerOf.get(link.parent)! * layers.length + layerOf.get(link.child)!;
    listIn(pairs, between).push(link);
  }
  return [...pairs.values()];
}

function crossed(layers: Layers, pairs: readonly (readonly Link[])[]): number {
  const places = placesOf(layers);
  return pairs.reduce((sum, links) => {
    const tops = links.map(({ parent }) => places.get(parent)!);
    const feet = links.map(({ child }) => places.get(child)!);
    return sum + inversions(tops, feet);
  }, 0);
}

function inversions(tops: readonly number[], feet: readonly number[]): number {
  let count = 0;
  for (let one = 0; one < tops.length; one += 1) {
    for (let other = one + 1; other < tops.length; other += 1) {
      if ((tops[one]! - tops[other]!) * (feet[one]! - feet[other]!) < 0) count += 1;
    }
  }
  return count;
}
