/// <reference types="vite/client" />

import { expect, it } from "vitest";
import cy from "../../../../data/words/cy.json";
import en from "../../../../data/words/en.json";

const PLURAL = /\.(zero|one|two|few|many|other)$/;
const keys = (words: object) =>
  [...new Set(Object.keys(words).filter((key) => !key.startsWith("_")))].filter(
    (key) => !/\.(zero|two|few|many)$/.test(key),
  );
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const SOURCES = import.meta.glob<string>("./**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const KEY = /words\(\s*(?:[\w\s=!]+\? )?"([\w.-]+)"/g;

it("both languages have the same keys", () => {
  expect(keys(cy)).toEqual(keys(en));
});

it("a text has the same blanks in both languages", () => {
  const welsh: Record<string, string> = cy;
  for (const [key, text] of Object.entries(en)) {
    expect([key, placeholders(welsh[key] ?? "")]).toEqual([key, placeholders(text)]);
  }
});

it("Welsh says that it is a draft", () => {
  expect(cy._status).toMatch(/^draft/);
});

it("every word that a component asks for is there", () => {
  const known = new Set(Object.keys(en).map((key) => key.replace(PLURAL, "")));
  const asked = Object.values(SOURCES).flatMap((text) =>
    [...text.matchAll(KEY)].map(([, key]) => key!),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

it("every phase of every activity has its words", () => {
  const phases = {
    retro: ["write", "group", "vote", "discuss", "act"],
    poll: ["answer", "results"],
    action_review: ["look", "decide"],
    health: ["answer", "results"],
    experiments: ["plan", "expect", "look", "vote", "decide"],
    goals: ["draft", "link", "rate", "reveal", "discuss", "re-rate", "agree"],
  };
  const words: Record<string, string> = en;
  for (const [kind, all] of Object.entries(phases)) {
    for (const phase of all) {
      expect(words[`${kind}.phase.${phase}`], phase).toBeTruthy();
      expect(words[`phase.${phase}`], phase).toBeTruthy();
      expect(words[`${kind}.${phase}.news`], phase).toBeTruthy();
    }
  }
});

it("every part of an activity that people take part in has its words", () => {
  for (const part of ["cards", "dots", "answers", "comments", "items", "ratings"])
    expect(Object.keys(en)).toContain(`voices.share.${part}`);
});
