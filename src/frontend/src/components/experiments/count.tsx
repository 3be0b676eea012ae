/** How many have answered, large where a room looks at it. */

import { useLive } from "../parts/host";
import { useExperimentsHost } from "./use-experiments";

export function Count({ n, word }: { n: number; word: string }) {
  const host = useExperimentsHost();
  const { here } = useLive(host.presence);
  const said = host.words(word, { n, here: Math.max(here, n) });
  return (
    <p class={host.role === "participant" ? "note" : "big-count"} role="status">
      {said}
    </p>
  );
}
