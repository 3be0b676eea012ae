/** How many said which colour, as a bar with a part for each, and where people see it go. */

import { useId } from "../../use-id";
import { LightSign, SIGNS } from "./signs";
import { useHealthHost } from "./use-health";
import { LIGHTS, TRENDS, type Counts } from "./view";

interface Props {
  readonly counts: Counts;
  /** Which time it is. */
  readonly caption: string;
  readonly small?: boolean;
  /** On a wall: the numbers alone are seen, in one line. */
  readonly compact?: boolean;
}

export function Spread({ counts, caption, small = false, compact = false }: Props) {
  const { words } = useHealthHost();
  const id = useId();
  const lights = LIGHTS.filter((light) => counts.lights[light]);
  return (
    <div
      class={`health-spread ${small ? "small" : ""} ${compact ? "compact" : ""}`}
      role="group"
      aria-labelledby={id}
    >
      <p class={compact ? "unseen" : "note"} id={id}>
        {caption}
      </p>
      {lights.length === 0 && <p>{words("health.nobody")}</p>}
      {lights.length > 0 && (
        <ul class="light-bar">
          {lights.map((light) => (
            <li key={light} class={light} style={{ flexGrow: counts.lights[light] }}>
              <span aria-hidden="true">
                {SIGNS[light]} {counts.lights[light]}
              </span>
              <span class="unseen">
                {words(`health.count.${light}`, { n: counts.lights[light] })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Trends counts={counts} compact={compact} />
    </div>
  );
}

function Trends({ counts, compact }: { counts: Counts; compact: boolean }) {
  const { words } = useHealthHost();
  const trends = TRENDS.filter((trend) => counts.trends[trend]);
  if (!trends.length) return null;
  return (
    <ul class="trend-counts">
      {trends.map((trend) => (
        <li key={trend}>
          <LightSign of={trend} />{" "}
          {compact && <span aria-hidden="true">{counts.trends[trend]}</span>}
          <span class={compact ? "unseen" : ""}>
            {words(`health.count.${trend}`, { n: counts.trends[trend] })}
          </span>
        </li>
      ))}
    </ul>
  );
}
