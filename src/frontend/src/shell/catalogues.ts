/** Loads the screen words of a page: the chosen language, and English for what it lacks. */

import { makeWords, type Catalogue, type Language, type Say } from "../words";

/** Language to file name, beside this module; set by the build. */
declare const WORDS_FILES: Readonly<Record<string, string>>;

const loaded = new Map<string, Promise<Catalogue>>();

export async function loadWords(lang: Language): Promise<Say> {
  const [own, english] = await Promise.all([catalogue(lang), catalogue("en")]);
  return makeWords(lang, own, english);
}

function catalogue(lang: Language): Promise<Catalogue> {
  const known = loaded.get(lang) ?? read(lang);
  loaded.set(lang, known);
  known.catch(() => loaded.delete(lang));
  return known;
}

async function read(lang: Language): Promise<Catalogue> {
  const response = await fetch(new URL(WORDS_FILES[lang] ?? "", import.meta.url));
  if (!response.ok) throw new Error(`The words for ${lang} did not come: ${response.status}`);
  return (await response.json()) as Catalogue;
}
