import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import cy from "../../../../data/words/cy.json";
import en from "../../../../data/words/en.json";

const SOURCES = import.meta.glob<string>("../{join,lead,screen,shell,widget}/*.{ts,tsx}", {
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

describe("the words of a page", () => {
  const FILES: Record<string, object> = {
    "en.json": { hello: "Hello", only: "Only in English" },
    "cy.json": { hello: "Helo" },
    "en.retro.json": { "retro.card": "Card" },
    "cy.retro.json": { "retro.card": "Cerdyn" },
  };
  let asked: string[];
  let broken: string;

  beforeEach(() => {
    vi.resetModules();
    [asked, broken] = [[], ""];
    const names = ["en", "cy", "en.retro", "cy.retro"];
    vi.stubGlobal("WORDS_FILES", Object.fromEntries(names.map((name) => [name, `${name}.json`])));
    vi.stubGlobal("fetch", async (address: URL) => {
      const name = address.pathname.split("/").pop()!;
      asked.push(name);
      return { ok: name !== broken, status: 200, json: async () => FILES[name] };
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("come in the chosen language, and grow with each component", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    const say = await loadWords("cy");
    expect([say("hello"), say("only"), say("retro.card")]).toEqual([
      ...["Helo", "Only in English", "retro.card"],
    ]);
    await Promise.all([loadWordsOf("retro"), loadWordsOf("retro"), loadWordsOf("timer")]);
    expect(say("retro.card")).toBe("Cerdyn");
    expect(asked.sort()).toEqual(Object.keys(FILES).sort());
  });

  it("have what components brought in another language too", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    await loadWords("en");
    const [, say] = await Promise.all([loadWordsOf("retro"), loadWords("cy")]);
    expect(say("retro.card")).toBe("Cerdyn");
  });

  it("are asked for again where they did not come", async () => {
    const { loadWords, loadWordsOf } = await import("./catalogues");
    const say = await loadWords("en");
    broken = "en.retro.json";
    await expect(loadWordsOf("retro")).rejects.toThrow("did not come");
    broken = "";
    await loadWordsOf("retro");
    expect(say("retro.card")).toBe("Card");
  });
});
