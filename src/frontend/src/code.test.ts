import { describe, expect, it } from "vitest";
import { readCode, showCode } from "./code";

describe("a code as people type it", () => {
  it.each(["7F4K-QH2M", "7f4kqh2m", " 7F4K QH2M ", "7f4k–qh2m"])("reads %j", (typed) => {
    expect(readCode(typed)).toBe("7F4KQH2M");
  });

  it("takes O for zero, I and L for one", () => {
    expect(readCode("oIl0-1234")).toBe("01101234");
  });
});

it("a code is shown in two halves", () => {
  expect(showCode("7F4KQH2M")).toBe("7F4K-QH2M");
});
