/** Turned away for good: what is wrong, and what to do about it. */

import type { Refusal as Reason } from "../connection/state";
import { Refused } from "../host";
import { explain } from "../make-host";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import { useTitle } from "./use-title";

const NEEDS_CODE: ReadonlySet<string> = new Set(["wrong_code", "code_renewed"]);
const FOR_GOOD: ReadonlySet<string> = new Set(["finished", "removed"]);

export function Refusal({
  page,
  say,
  lang,
  choose,
  refusal,
}: Frame & { readonly refusal: Reason }) {
  const { code, message, remedy } = refusal;
  useTitle(say("refusal.title"));
  return (
    <main class="sheet">
      <header class="row">
        <h1>{say("refusal.title")}</h1>
        <LanguageSwitch lang={lang} onChoose={choose} />
      </header>
      <p role="alert">{explain(new Refused(code, message, remedy), say)}</p>
      {NEEDS_CODE.has(code) ? (
        <a class="button primary" href={`${page.base}workshopkit/`}>
          {say("refusal.box")}
        </a>
      ) : (
        !FOR_GOOD.has(code) && (
          <button class="primary" onClick={() => location.reload()}>
            {say("refusal.again")}
          </button>
        )
      )}
    </main>
  );
}
