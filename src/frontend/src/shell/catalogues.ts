/**
 * Loads the screen words of a page: the chosen language, and English for what it lacks. What only
 * one component says is fetched with that component, and joins the words that are there.
 */

import { makeWords, type Catalogue, type Language, type Say } from "../words";

/** Language, or language and component, to file name beside this module; set by the build. */
declare const WORDS_FILES: Readonly<Record<string, string>>;

type Growing = Record<string, string>;

const loaded = new Map<string, Promise<Growing>>();
const parts = new Map<string, Promise<void>>();

export async function loadWords(lang: Language): Promise<Say> {
  const [own, english] = await Promise.all([catalogue(lang), catalogue("en")]);
  return makeWords(lang, own, english);
}

/** The words of a component, in every language that the page has; many have none of their own. */
export async function loadWordsOf(component: string): Promise<void> {
  if (!WORDS_FILES[`en.${component}`]) return;
  const known = parts.get(component) ?? addPart(component);
  parts.set(component, known); // a language that comes meanwhile brings it along
  known.catch(() => parts.delete(component));
  return known;
}

async function addPart(component: string): Promise<void> {
  const add = async ([lang, growing]: [string, Promise<Growing>]): Promise<void> => {
    const found = await read(`${lang}.${component}`);
    Object.assign(await growing, found);
  };
  await Promise.all([...loaded].map(add));
}

function catalogue(lang: Language): Promise<Growing> {
  const known = loaded.get(lang) ?? readAll(lang);
  loaded.set(lang, known);
  known.catch(() => loaded.delete(lang));
  return known;
}

async function readAll(lang: Language): Promise<Growing> {
  const names = [lang, ...[...parts.keys()].map((part) => `${lang}.${part}`)];
  return Object.assign({}, ...(await Promise.all(names.map(read)))) as Growing;
}

async function read(name: string): Promise<Catalogue> {
  const response = await fetch(new URL(WORDS_FILES[name] ?? "", import.meta.url));
  if (!response.ok) throw new Error(`The words of ${name} did not come: ${response.status}`);
  return (await response.json()) as Catalogue;
}
