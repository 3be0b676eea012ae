/** A level's name with its sign: colour alone tells nothing. */

import { useGoalsHost } from "./use-goals";
import type { Level } from "./view";

export const SIGNS: Readonly<Record<Level, string>> = {
  vision: "★",
  goal: "◎",
  outcome: "△",
  work: "■",
};

export function LevelName({ level }: { level: Level }) {
  const { words } = useGoalsHost();
  return (
    <span class={`level ${level}`}>
      <span class="sign" aria-hidden="true">
        {SIGNS[level]}
      </span>{" "}
      {words(`goals.level.${level}`)}
    </span>
  );
}
