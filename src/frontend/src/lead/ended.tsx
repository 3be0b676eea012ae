/** No ticket, one that has run out, or one that was taken back. */

import { useTitle } from "../join/use-title";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";

export function Ended({ say, lang, choose }: Frame) {
  useTitle(say("lead.ended"));
  return (
    <main class="sheet">
      <header class="row">
        <h1>{say("lead.ended")}</h1>
        <LanguageSwitch lang={lang} onChoose={choose} />
      </header>
      <p role="alert">{say("lead.ended.how")}</p>
    </main>
  );
}
