/** Half-written text that is kept by the page until it is sent. */

import { useState } from "preact/hooks";
import { useHost } from "./host";

export interface Draft {
  readonly text: string;
  write(text: string): void;
  /** After a refusal: the text returns, before whatever was written meanwhile. */
  giveBack(text: string): void;
}

export function useDraft(name: string): Draft {
  const { drafts } = useHost();
  const [, redraw] = useState(0);
  const write = (text: string) => {
    drafts.write(name, text);
    redraw((n) => n + 1);
  };
  return {
    text: drafts.read(name),
    write,
    giveBack: (text) => {
      const since = drafts.read(name);
      write(since && since !== text ? `${text}\n${since}` : text);
    },
  };
}

export interface FormDraft<T> {
  readonly now: T;
  write(fields: T): void;
  clear(): void;
}

/** The fields of a form kept as one draft, `start` until something is written. */
export function useFormDraft<T>(name: string, start: T): FormDraft<T> {
  const draft = useDraft(name);
  return {
    now: parsed<T>(draft.text) ?? start,
    write: (fields) => draft.write(JSON.stringify(fields)),
    clear: () => draft.write(""),
  };
}

function parsed<T>(text: string): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}
