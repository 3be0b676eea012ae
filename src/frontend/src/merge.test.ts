import { describe, expect, it } from "vitest";
import { mergePatch } from "./merge";

/** Appendix A of RFC 7396: original, patch, result. */
const EXAMPLES: Array<[unknown, unknown, unknown]> = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe("a merge patch", () => {
  it.each(EXAMPLES)("turns %j by %j into %j, as RFC 7396 says", (original, patch, result) => {
    expect(mergePatch(original, patch)).toEqual(result);
  });

  it("changes neither the value nor the patch", () => {
    const value = { a: { b: 1 }, c: { d: 2 } };
    const patch = { a: { b: null } };
    mergePatch(value, patch);
    expect([value, patch]).toEqual([{ a: { b: 1 }, c: { d: 2 } }, { a: { b: null } }]);
  });

  it("shares the parts that it leaves alone, so that nothing is drawn anew for them", () => {
    const value = { a: { b: 1 }, c: { d: 2 } };
    expect((mergePatch(value, { a: { b: 2 } }) as typeof value).c).toBe(value.c);
  });

  it("keeps a key named __proto__ a key", () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys(merged as object)).toEqual(["__proto__"]);
  });
});
