/** One polite live region: what changed, said to screen readers without taking the focus. */

import { signal } from "@preact/signals";

export interface Speech {
  announce(message: string): void;
  readonly Region: () => preact.JSX.Element;
}

export function makeSpeech(): Speech {
  const said = signal("");
  let next: ReturnType<typeof setTimeout> | undefined;
  return {
    /** Emptied first, so that the same words said twice are heard twice. */
    announce: (message) => {
      clearTimeout(next);
      said.value = "";
      next = setTimeout(() => (said.value = message), 100);
    },
    Region: () => (
      <p class="unseen" role="status" aria-live="polite">
        {said}
      </p>
    ),
  };
}
