/** The name of a level over all its columns. */

import type { Head } from "./layout";
import { SIGNS } from "./level";
import { useGoalsHost } from "./use-goals";

export function MapHead({ level, x, width }: Head) {
  const { words } = useGoalsHost();
  return (
    <g class={`map-level ${level}`} aria-hidden="true">
      <text x={x} y={30}>
        {SIGNS[level]} {words(`goals.level.${level}`)}
      </text>
      <path d={`M${x} 38h${width}`} />
    </g>
  );
}
