import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import cy from "../../../../data/words/cy.json";
import en from "../../../../data/words/en.json";

const SOURCES = import.meta.glob<string>("../{join,screen,shell,widget}/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

const used = Object.entries(SOURCES).flatMap(([file, text]) =>
  file.includes(".test.") ? [] : [...text.matchAll(/\bsay\(\s*"([^"]+)"/g)].map(([, key]) => key!),
);

it("every word that the pages and widgets say is in both catalogues", () => {
  expect(used.length).toBeGreaterThan(30);
  for (const catalogue of [en, cy]) {
    const missing = used.filter((key) => !(key in catalogue) && !(`${key}.other` in catalogue));
    expect(missing).toEqual([]);
  }
});

describe("the words of an activity", () => {
  const FILES: Readonly<Record<string, object>> = {
    "words.en.json": { save: "Save", "retro.phase.vote": "Vote" },
    "words.cy.json": { save: "Cadw" },
    "words.retro.en.json": { "retro.add": "Add", "retro.only": "Only in English" },
    "words.retro.cy.json": { "retro.add": "Ychwanegu" },
  };
  const fetched = vi.fn(async (address: URL) => {
    const file = FILES[address.pathname.split("/").pop()!];
    return new Response(JSON.stringify(file ?? {}), { status: file ? 200 : 404 });
  });

  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal("fetch", fetched.mockClear());
    const files = (lang: string) => ({
      "": `words.${lang}.json`,
      retro: `words.retro.${lang}.json`,
      lost: "nowhere.json",
    });
    vi.stubGlobal("WORDS_FILES", { en: files("en"), cy: files("cy") });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are found once its part has come, in the languages that are in use", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    const say = await loadWords("cy");
    expect([say("save"), say("retro.add")]).toEqual(["Cadw", "retro.add"]);
    await loadWordsOf("retro");
    expect([say("retro.add"), say("retro.only")]).toEqual(["Ychwanegu", "Only in English"]);
  });

  it("come along when another language is chosen, and each file once", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    await loadWords("en");
    await loadWordsOf("retro");
    await loadWordsOf("retro");
    expect((await loadWords("cy"))("retro.add")).toBe("Ychwanegu");
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it("of a kind that has none are nothing to wait for; those that do not come are missed", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    await loadWords("en");
    await loadWordsOf("poll");
    await expect(loadWordsOf("lost")).rejects.toThrow("nowhere.json");
  });
});
