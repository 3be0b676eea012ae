/** One's own answer: open to participants; folded for whoever leads, as the room may be looking on. */

import type { ComponentChildren } from "preact";
import { useExperimentsHost } from "./use-experiments";

export function Own({ children }: { children: ComponentChildren }) {
  const { role, words } = useExperimentsHost();
  if (role === "observer") return null;
  if (role === "participant") return <>{children}</>;
  return (
    <details class="late">
      <summary>{words("experiments.own")}</summary>
      {children}
    </details>
  );
}
