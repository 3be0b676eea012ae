/** Where the code is typed by who cannot scan it. Forgiving: case, dashes, spaces, O for 0. */

import { useRef, useState } from "preact/hooks";
import { readCode } from "../code";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import { useTitle } from "./use-title";

const CODE_LENGTH = 8;

export function Box({ page, say, lang, choose }: Frame) {
  const [problem, setProblem] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useTitle(say("box.title"));
  const go = (event: Event): void => {
    event.preventDefault();
    const code = readCode(input.current?.value ?? "");
    if (code.length === CODE_LENGTH) location.assign(`${page.base}workshopkit/join/${code}`);
    else {
      setProblem(say(code ? "box.length" : "box.empty", { n: CODE_LENGTH }));
      input.current?.focus();
    }
  };
  return (
    <main class="sheet">
      <header class="row">
        <h1>{say("box.title")}</h1>
        <LanguageSwitch lang={lang} onChoose={choose} />
      </header>
      <form class="form" onSubmit={go} noValidate>
        <label for="code">{say("box.label")}</label>
        <p id="code-hint" class="note">
          {say("box.hint")}
        </p>
        {problem && (
          <p id="code-problem" class="problem" role="alert">
            {problem}
          </p>
        )}
        <input
          id="code"
          ref={input}
          class="code-box"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={32}
          aria-invalid={problem !== ""}
          aria-describedby={problem ? "code-hint code-problem" : "code-hint"}
        />
        <button class="primary" type="submit">
          {say("box.go")}
        </button>
      </form>
    </main>
  );
}
