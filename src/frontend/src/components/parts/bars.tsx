/** How many chose each answer: bars with their numbers beside them. */

import type { ComponentChildren } from "preact";
import { useHost } from "./host";

export interface Bar {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly count: number;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly kind?: string;
  /** Of how many people each bar is so many, where each could choose several. */
  readonly all?: number | undefined;
}

export function Bars({ bars, kind = "", all }: Props) {
  const full = all ?? Math.max(...bars.map(({ count }) => count));
  return (
    <ul class={`bars ${kind}`}>
      {bars.map(({ id, label, count }) => (
        <li key={id}>
          <span class="bar-label">{label}</span>
          <span class="bar-track" aria-hidden="true">
            <i style={{ width: `${(100 * count) / Math.max(1, full)}%` }} />
          </span>
          <Count n={count} all={all} />
        </li>
      ))}
    </ul>
  );
}

function Count({ n, all }: { n: number; all: number | undefined }) {
  const { words } = useHost();
  if (all !== undefined) return <b class="bar-count">{words("poll.people.of", { n, all })}</b>;
  return (
    <span class="bar-count">
      <b>{n}</b>
      <span class="unseen"> {words("poll.people", { n })}</span>
    </span>
  );
}
