import { expect, it } from "vitest";
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
