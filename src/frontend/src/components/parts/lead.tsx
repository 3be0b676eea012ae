/** What this phase is for, in a line or two; the place where focus goes when its own is gone. */

import type { ComponentChildren } from "preact";

export function Lead({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="lead">
      <h2 tabIndex={-1} data-home>
        {title}
      </h2>
      {children}
    </header>
  );
}
