/**
 * A link from another device brings its person along. It is asked for once: whoever sends somebody
 * a link of their own making would see what that somebody writes.
 */

import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import { useTitle } from "./use-title";

interface Props extends Frame {
  readonly onDone: () => void;
}

/** Whether the link brought a person whom this browser is not already. */
export function isNew({ page, store }: Frame): boolean {
  return page.brought !== undefined && !(isIn({ page, store }) && isSame({ page, store }));
}

export function Arrival({ page, store, say, lang, choose, onDone }: Props) {
  useTitle(say("arrival.title"));
  const goOn = (): void => {
    store.adopt(page.brought!, page.code);
    store.join(page.code);
    onDone();
  };
  return (
    <main class="sheet">
      <header class="row">
        <h1>{say("arrival.title")}</h1>
        <LanguageSwitch lang={lang} onChoose={choose} />
      </header>
      <p>{say("arrival.why")}</p>
      <p>
        <b>{say("arrival.warning")}</b>
      </p>
      {isIn({ page, store }) && <p class="problem">{say("arrival.other")}</p>}
      {!store.lasts && <p class="note">{say("door.forgetful")}</p>}
      <div class="row">
        <button class="primary" onClick={goOn}>
          {say("arrival.yes")}
        </button>
        <button onClick={onDone}>{say("arrival.no")}</button>
      </div>
    </main>
  );
}

type Kept = Pick<Frame, "page" | "store">;

function isIn({ page, store }: Kept): boolean {
  return store.joined(page.code);
}

function isSame({ page, store }: Kept): boolean {
  return store.keeps(`secret.${page.code}`) === page.brought;
}
