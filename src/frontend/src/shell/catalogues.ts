/**
 * Loads the screen words of a page: the chosen language, and English for what it lacks. Those of an
 * activity come with its part, into the catalogues that are in use.
 */

import { makeWords, type Language, type Say } from "../words";

/** Language, then the kind of an activity ("" for every page), to file name; set by the build. */
declare const WORDS_FILES: Readonly<Record<string, Readonly<Record<string, string>>>>;

type Catalogue = Record<string, string>;

const catalogues = new Map<Language, Catalogue>();
const kinds = new Set([""]);
const loaded = new Map<string, Promise<void>>();

export async function loadWords(lang: Language): Promise<Say> {
  const [own, english] = await Promise.all([complete(lang), complete("en")]);
  return makeWords(lang, own, english);
}

/** What is said from now on finds the words of this kind of activity as well. */
export async function loadWordsOf(kind: string): Promise<void> {
  kinds.add(kind);
  await Promise.all([...catalogues.keys()].map(complete));
}

/** With the words of everything that was asked for so far. */
async function complete(lang: Language): Promise<Catalogue> {
  const catalogue = catalogues.get(lang) ?? {};
  catalogues.set(lang, catalogue);
  const files = [...kinds].flatMap((kind) => WORDS_FILES[lang]?.[kind] ?? []);
  await Promise.all(files.map((file) => once(file, catalogue)));
  return catalogue;
}

function once(file: string, catalogue: Catalogue): Promise<void> {
  const known = loaded.get(file) ?? read(file, catalogue);
  loaded.set(file, known);
  known.catch(() => loaded.delete(file));
  return known;
}

async function read(file: string, catalogue: Catalogue): Promise<void> {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`The words in ${file} did not come: ${response.status}`);
  Object.assign(catalogue, await response.json());
}
