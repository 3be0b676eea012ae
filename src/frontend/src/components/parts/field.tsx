/** A text area for one card or answer: grows with its text, says when the limit is near. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useHost } from "./host";

interface Field {
  readonly id: string;
  readonly value: string;
  readonly limit: number;
  readonly onText: (text: string) => void;
  /** Enter alone sends (Shift+Enter makes a line), as phones' keyboards have no Control key. */
  readonly onSend: () => void;
  readonly onEscape?: () => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly focus?: boolean;
  readonly required?: boolean;
  readonly describedBy?: string;
}

export function Field(props: Field) {
  const { id, value, limit, placeholder, rows = 2, focus, describedBy } = props;
  const host = useHost();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => grow(area.current), [value]);
  useLayoutEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  const left = limit - value.length;
  return (
    <>
      <textarea
        ref={area}
        id={id}
        rows={rows}
        maxLength={limit}
        required={props.required ?? false}
        value={value}
        placeholder={placeholder}
        aria-describedby={describedBy}
        onInput={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={(event) => onKey(event, props)}
      />
      {left <= 60 && (
        <p class="note left" role="status">
          {host.words("field.left", { n: left })}
        </p>
      )}
    </>
  );
}

function onKey(event: KeyboardEvent, { onSend, onEscape }: Field): void {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    onSend();
  }
  if (event.key === "Escape" && onEscape) {
    event.stopPropagation();
    onEscape();
  }
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 3}px`;
}
