/** The signs of colours and trends: colour alone tells nothing, so each has its own. */

import type { Light, Trend } from "./view";

export const SIGNS: Readonly<Record<Light | Trend, string>> = {
  green: "✓",
  amber: "~",
  red: "!",
  cannot_say: "?",
  better: "↑",
  same: "→",
  worse: "↓",
};

export function LightSign({ of }: { of: Light | Trend }) {
  return (
    <span class={`health-sign ${of}`} aria-hidden="true">
      {SIGNS[of]}
    </span>
  );
}
