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
  const store = new Store();
  const lang = chooseLanguage(store.keeps("lang"), navigator.languages);
  const show = (content: ComponentChildren): void => {
    page.root.replaceChildren();
    render(content, page.root);
  };
  loadWords(lang).then(
    (say) => show(<Framed page={page} store={store} first={{ say, lang }} draw={draw} />),
    () => show(<Broken />),
  );
}

interface Spoken {
  readonly say: Say;
  readonly lang: Language;
}

interface Props {
  readonly page: Page;
  readonly store: Store;
  readonly first: Spoken;
  readonly draw: Draw;
}

function Framed({ page, store, first, draw }: Props) {
  const speech = useMemo(makeSpeech, []);
  const [wanted, setWanted] = useState(first.lang);
  const { say, lang } = useWords(wanted, first);
  const [broken] = useErrorBoundary();
  if (broken) return <Broken />;
  const choose = (next: Language): void => {
    store.keep("lang", next);
    setWanted(next);
  };
  return (
    <>
      {draw({ page, store, say, lang, choose, announce: speech.announce })}
      <speech.Region />
    </>
  );
}

/** The words of one language; the last ones until they have come. */
function useWords(wanted: Language, first: Spoken): Spoken {
  const [words, setWords] = useState(first);
  useEffect(() => {
    let here = true;
    loadWords(wanted).then(
      (say) => here && setWords({ say, lang: wanted }),
      () => undefined,
    );
    return () => void (here = false);
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = words.lang;
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
