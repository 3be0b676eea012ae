/** What every page of ours has: words in the person's language, a live region, a start. */

import { render, type ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useMemo, useState } from "preact/hooks";
import { Store } from "../store";
import { chooseLanguage, type Language, type Say } from "../words";
import { loadWords } from "./catalogues";
import { readPage, type Page } from "./page";
import { makeSpeech } from "./speech";

export interface Frame {
  readonly page: Page;
  readonly store: Store;
  readonly say: Say;
  readonly lang: Language;
  readonly choose: (lang: Language) => void;
  readonly announce: (message: string) => void;
}

type Draw = (frame: Frame) => ComponentChildren;

/** Draws a page. Where not even words come, it says so in both languages. */
export function start(draw: Draw): void {
  const page = readPage();
  render(<Framed page={page} draw={draw} />, page.root);
}

function Framed({ page, draw }: { readonly page: Page; readonly draw: Draw }) {
  const store = useMemo(() => new Store(), []);
  const speech = useMemo(makeSpeech, []);
  const [lang, setLang] = useState(() => chooseLanguage(store.keeps("lang"), navigator.languages));
  const words = useWords(lang);
  const [broken] = useErrorBoundary();
  if (broken || words === "missing") return <Broken />;
  if (!words) return null;
  const choose = (next: Language): void => {
    store.keep("lang", next);
    setLang(next);
  };
  return (
    <>
      {draw({ page, store, say: words.say, lang: words.lang, choose, announce: speech.announce })}
      <speech.Region />
    </>
  );
}

/** The words of one language, the last ones until the next have come. */
function useWords(lang: Language): { say: Say; lang: Language } | "missing" | undefined {
  const [words, setWords] = useState<{ say: Say; lang: Language } | "missing">();
  useEffect(() => {
    let wanted = true;
    loadWords(lang).then(
      (say) => wanted && setWords({ say, lang }),
      () => wanted && setWords((before) => before ?? "missing"),
    );
    return () => void (wanted = false);
  }, [lang]);
  useEffect(() => {
    if (words && words !== "missing") document.documentElement.lang = words.lang;
  }, [words]);
  return words;
}

function Broken() {
  return (
    <main class="sheet" role="alert">
      <p lang="en">Something went wrong on this page. What you sent is kept.</p>
      <p lang="cy">Aeth rhywbeth o’i le ar y dudalen hon. Mae’r hyn a anfonoch wedi’i gadw.</p>
      <button class="primary" onClick={() => location.reload()}>
        Reload · <span lang="cy">Ail-lwytho</span>
      </button>
    </main>
  );
}
