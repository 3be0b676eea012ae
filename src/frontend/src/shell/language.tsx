/** English or Cymraeg: each named in itself, chosen per person and kept. */

import { LANGUAGES, type Language } from "../words";

interface Props {
  readonly lang: Language;
  readonly onChoose: (lang: Language) => void;
}

export function LanguageSwitch({ lang, onChoose }: Props) {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((other) => other !== lang);
  return (
    <span class="languages">
      {others.map((other) => (
        <button key={other} class="quiet" lang={other} onClick={() => onChoose(other)}>
          {LANGUAGES[other]}
        </button>
      ))}
    </span>
  );
}
