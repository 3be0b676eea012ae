/** Which level a new item is of, with a word on what each is. */

import { useId } from "../../use-id";
import { LevelName } from "./level";
import { useGoalsHost } from "./use-goals";
import { LEVELS } from "./view";

interface Props {
  readonly value: string;
  readonly onLevel: (level: string) => void;
}

export function LevelChoice({ value, onLevel }: Props) {
  const { words } = useGoalsHost();
  const name = useId();
  return (
    <fieldset class="level-choice">
      <legend>{words("goals.level")}</legend>
      <div class="levels">
        {LEVELS.map((level) => (
          <label key={level} class={`option ${value === level ? "chosen" : ""}`}>
            <input
              type="radio"
              name={name}
              checked={value === level}
              aria-describedby={`${name}d`}
              onChange={() => onLevel(level)}
            />
            <LevelName level={level} />
          </label>
        ))}
      </div>
      <p class="note" id={`${name}d`}>
        {words(`goals.level.${value}.what`)}
      </p>
    </fieldset>
  );
}
