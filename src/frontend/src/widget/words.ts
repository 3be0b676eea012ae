/** The widgets' screen words: inside the bundle, for a notebook may have no server of ours. */

import cy from "../../../../data/words/cy.json";
import en from "../../../../data/words/en.json";
import { makeWords, type Language, type Say } from "../words";

const CATALOGUES = { en, cy };

export function wordsIn(lang: Language): Say {
  return makeWords(lang, CATALOGUES[lang], en);
}
