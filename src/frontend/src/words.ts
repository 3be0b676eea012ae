/** Screen words: a catalogue per language, English where a word is missing, plurals by `{n}`. */

import type { Params } from "./host";
import type { Words } from "./view";

export type Catalogue = Readonly<Record<string, string>>;
export type Say = (key: string, params?: Params) => string;

export const LANGUAGES = { en: "English", cy: "Cymraeg" } as const;
export type Language = keyof typeof LANGUAGES;

/** A function that finds words by key. Keys without words come back as they are, to be noticed. */
export function makeWords(lang: string, catalogue: Catalogue, fallback: Catalogue = {}): Say {
  const rules = new Intl.PluralRules(lang);
  const find = (key: string): string | undefined => catalogue[key] ?? fallback[key];
  return (key, params = {}) => {
    const n = params["n"];
    const found =
      typeof n === "number"
        ? (catalogue[`${key}.${rules.select(n)}`] ?? find(`${key}.other`) ?? find(key))
        : find(key);
    return fill(found ?? key, params);
  };
}

/** Authored words in `lang`, else in English, else in any language there is. */
export function authored(words: Words | undefined, lang: string): string {
  if (!words) return "";
  return words[lang] ?? words["en"] ?? Object.values(words)[0] ?? "";
}

/** The language kept from last time, else the first of the browser's that we speak. */
export function chooseLanguage(kept: string | null, wanted: readonly string[]): Language {
  const known = [kept ?? "", ...wanted].map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return (known.find((tag) => tag in LANGUAGES) as Language | undefined) ?? "en";
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
