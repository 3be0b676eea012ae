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
}

export function Bars({ bars, kind = "" }: Props) {
  const { words } = useHost();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class={`bars ${kind}`}>
      {bars.map(({ id, label, count }) => (
        <li key={id}>
          <span class="bar-label">{label}</span>
          <span class="bar-track" aria-hidden="true">
            <i style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span class="bar-count">
            <b>{count}</b>
            <span class="unseen"> {words("poll.people", { n: count })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
