import { describe, expect, it } from "vitest";
import { authored, chooseLanguage, makeWords } from "./words";

describe("screen words", () => {
  const say = makeWords("en", {
    plain: "Hello {name}",
    "cards.one": "{n} card",
    "cards.other": "{n} cards",
  });

  it("are filled in, and words of people are taken as they are", () => {
    expect(say("plain", { name: "{n} <b>" })).toBe("Hello {n} <b>");
  });

  it("choose the plural by n", () => {
    expect([0, 1, 2].map((n) => say("cards", { n }))).toEqual(["0 cards", "1 card", "2 cards"]);
  });

  it("fall back to English, then to the key itself", () => {
    const welsh = makeWords("cy", { a: "A" }, { b: "B" });
    expect(["a", "b", "c"].map((key) => welsh(key))).toEqual(["A", "B", "c"]);
  });

  it("know the plurals of Welsh", () => {
    const keys = ["zero", "one", "two", "few", "many", "other"];
    const say = makeWords("cy", Object.fromEntries(keys.map((key) => [`x.${key}`, key])));
    expect([0, 1, 2, 3, 6, 7].map((n) => say("x", { n }))).toEqual(keys);
  });
});

it("authored words come in the language, else in English, else in any", () => {
  expect(authored({ en: "Went well", cy: "Aeth yn dda" }, "cy")).toBe("Aeth yn dda");
  expect(authored({ en: "Went well" }, "cy")).toBe("Went well");
  expect(authored({ fr: "Bien" }, "cy")).toBe("Bien");
  expect(authored(undefined, "cy")).toBe("");
});

it("the language is the kept one, else the browser's first that we speak, else English", () => {
  expect(chooseLanguage("cy", ["en-GB"])).toBe("cy");
  expect(chooseLanguage(null, ["fr", "cy-GB", "en"])).toBe("cy");
  expect(chooseLanguage(null, ["fr"])).toBe("en");
});
