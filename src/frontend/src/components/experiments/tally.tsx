/** How many chose each answer: bars, or on a wall, where room is short, numbers in a row. */

import type { ComponentChildren } from "preact";
import { Bars, type Bar } from "../parts/bars";
import { useExperimentsHost } from "./use-experiments";

export function Tally({ bars }: { bars: readonly Bar[] }) {
  const { role } = useExperimentsHost();
  if (role !== "observer") return <Bars bars={bars} />;
  return (
    <ul class="tally">
      {bars.map(({ id, label, count }) => (
        <Entry key={id} label={label} count={count} />
      ))}
    </ul>
  );
}

function Entry({ label, count }: { label: ComponentChildren; count: number }) {
  return (
    <li>
      <b>{count}</b> {label}
    </li>
  );
}
