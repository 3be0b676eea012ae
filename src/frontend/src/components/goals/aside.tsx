/** What stands beside the answers: folded away on a participant's phone, open to whoever leads. */

import type { ComponentChildren } from "preact";
import { useGoalsHost } from "./use-goals";

interface Props {
  readonly kind: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Aside({ kind, title, children }: Props) {
  const { role } = useGoalsHost();
  if (role === "observer")
    return (
      <div class={`aside ${kind}`}>
        <p class="note">{title}</p>
        {children}
      </div>
    );
  return (
    <details class={`aside ${kind}`} open={role === "facilitator"}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
