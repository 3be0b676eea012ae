/** Answers to choose from: labels, keys and screen readers come for free with the browser's own. */

import type { ComponentChildren } from "preact";
import { useId } from "../../use-id";

export interface Option {
  readonly id: string;
  readonly label: ComponentChildren;
}

export interface OptionsProps {
  readonly legend: string;
  /** Say the question to those who do not see it above. */
  readonly legendUnseen?: boolean;
  readonly options: readonly Option[];
  readonly onChoose: (id: string) => void;
  readonly kind?: string;
  /** A form is not sent before one is chosen. */
  readonly required?: boolean;
  readonly thing?: string;
}

interface Props extends OptionsProps {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
}

export function Options(props: Props) {
  const { legend, legendUnseen = false, options, chosen, onChoose, kind = "", thing } = props;
  const name = useId();
  return (
    <fieldset class={`options ${kind}`} data-thing={thing}>
      <legend class={legendUnseen ? "unseen" : ""}>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id} class={`option ${chosen.includes(id) ? "chosen" : ""}`}>
          <input
            type={props.type}
            name={name}
            checked={chosen.includes(id)}
            required={props.required ?? false}
            onChange={() => onChoose(id)}
          />
          <span class="option-text">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
