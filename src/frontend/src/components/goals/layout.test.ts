import { describe, expect, it } from "vitest";
import { bigMap } from "./fixtures";
import { BOX, GAP, layout, rowsFor, type Layout, type Shape } from "./layout";
import { crossings, ordered } from "./order";
import type { Level } from "./view";

const shapeOf = (levels: Readonly<Record<string, Level>>, links: readonly string[]): Shape => ({
  levels: Object.entries(levels),
  links: links.map((id) => {
    const [child, parent] = id.split("~") as [string, string];
    return [id, { child, parent }];
  }),
});

function overlaps({ places }: Layout): number {
  const all = [...places.values()];
  return all.filter((one, at) =>
    all
      .slice(at + 1)
      .some(
        (other) => Math.abs(one.x - other.x) < BOX.width && Math.abs(one.y - other.y) < BOX.height,
      ),
  ).length;
}

/** Points along a path of straight lines and curves, ten to a stretch. */
function along(path: string): Array<readonly [number, number]> {
  const numbers = (text: string) => text.split(" ").map(Number);
  const points: Array<readonly [number, number]> = [];
  let [x, y] = [0, 0];
  for (const [, kind, text] of path.matchAll(/([MLC])([^MLC]+)/g)) {
    const n = numbers(text!);
    const [toX, toY] = n.slice(-2) as [number, number];
    const bends = kind === "C" ? n : [x, y, toX, toY, toX, toY];
    for (let step = 0; kind !== "M" && step <= 10; step += 1) {
      const t = step / 10;
      const at = (a: number, b: number, c: number, d: number) =>
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t ** 3;
      points.push([at(x, bends[0]!, bends[2]!, toX), at(y, bends[1]!, bends[3]!, toY)]);
    }
    [x, y] = [toX, toY];
  }
  return points;
}

function behindBoxes({ places, paths }: Layout): string[] {
  const inside = ([x, y]: readonly [number, number]) =>
    [...places.values()].some(
      (box) =>
        x > box.x + 1 && x < box.x + BOX.width - 1 && y > box.y + 1 && y < box.y + BOX.height - 1,
    );
  return [...paths].filter(([, path]) => along(path).some(inside)).map(([id]) => id);
}

describe("the layout", () => {
  it.each([
    [3, 2],
    [20, 30],
    [60, 120],
    [150, 400],
  ])("of %i items and %i links has no overlap, and no link behind a box", (items, links) => {
    const { shape } = bigMap(items, links);
    const made = layout(shape);
    expect(made.places.size).toBe(items);
    expect(made.paths.size).toBe(links);
    expect(overlaps(made)).toBe(0);
    expect(behindBoxes(made)).toEqual([]);
    for (const { x, y } of made.places.values()) {
      expect(x + BOX.width + GAP.edge).toBeLessThanOrEqual(made.width);
      expect(y + BOX.height + GAP.edge).toBeLessThanOrEqual(made.height);
    }
  });

  it("is the same for the same map", () => {
    const { shape } = bigMap(150, 400);
    expect(layout(shape)).toEqual(layout(shape));
  });

  it("puts the levels in their order from left to right, and leaves out what is empty", () => {
    const made = layout(shapeOf({ w: "work", v: "vision", g: "goal" }, ["w~g", "g~v"]));
    expect(made.heads.map(({ level }) => level)).toEqual(["vision", "goal", "work"]);
    const x = (id: string) => made.places.get(id)!.x;
    expect(x("v") < x("g") && x("g") < x("w")).toBe(true);
  });

  it("has room for nothing at all, and for a link whose item is gone", () => {
    expect(layout({ levels: [], links: [] }).places.size).toBe(0);
    expect(layout(shapeOf({ g: "goal" }, ["w~g"])).paths.size).toBe(0);
  });

  it("folds a long layer, so that a big map has the shape of a screen", () => {
    const { width, height } = layout(bigMap(150, 400).shape);
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.5);
    expect(rowsFor([1, 3, 4, 6])).toBe(6);
  });
});

describe("the order within layers", () => {
  it("takes crossings away where it can", () => {
    const links = [
      { child: "x", parent: "b" },
      { child: "y", parent: "a" },
    ];
    const layers = [
      ["a", "b"],
      ["x", "y"],
    ];
    expect(crossings(layers, links)).toBe(1);
    expect(crossings(ordered(layers, links), links)).toBe(0);
  });

  it("never makes it worse", () => {
    const { shape } = bigMap(60, 120);
    const links = shape.links.map(([, link]) => link);
    const layers = ["vision", "goal", "outcome", "work"].map((level) =>
      shape.levels.flatMap(([id, at]) => (at === level ? [id] : [])),
    );
    expect(crossings(ordered(layers, links), links)).toBeLessThanOrEqual(crossings(layers, links));
  });
});
