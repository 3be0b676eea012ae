/**
 * A question before something that cannot be undone. Escape or "No" goes back to where one was.
 * It may stand in a form, whose business an answer is not: its buttons send nothing.
 */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useHost } from "./host";

interface Question {
  readonly question: string;
  readonly detail?: string;
  readonly yes: string;
  readonly onYes: () => void;
  /** Another yes, that does more. */
  readonly more?: { readonly yes: string; readonly onYes: () => void } | undefined;
  readonly onNo: () => void;
}

export function Ask({ question, detail, yes, onYes, more, onNo }: Question) {
  const host = useHost();
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  const back = useReturn();
  useLayoutEffect(() => no.current?.focus(), []);
  const turnDown = () => {
    onNo();
    back();
  };
  return (
    <div
      class="ask"
      role="alertdialog"
      aria-labelledby={`${id}q`}
      {...(detail ? { "aria-describedby": `${id}d` } : {})}
      onKeyDown={(event) => event.key === "Escape" && turnDown()}
    >
      <p id={`${id}q`}>
        <b>{question}</b>
      </p>
      {detail && <p id={`${id}d`}>{detail}</p>}
      <div class="row">
        <button type="button" class="primary" onClick={onYes}>
          {yes}
        </button>
        {more && (
          <button type="button" onClick={more.onYes}>
            {more.yes}
          </button>
        )}
        <button type="button" ref={no} onClick={turnDown}>
          {host.words("ask.no")}
        </button>
      </div>
    </div>
  );
}

/** Remembers what had the focus when this part came; the result brings it back there. */
export function useReturn(): () => void {
  const opener = useRef<Element | null>(null);
  opener.current ??= document.activeElement;
  return () => {
    const element = opener.current;
    if (element instanceof HTMLElement && element.isConnected)
      queueMicrotask(() => element.focus());
  };
}
