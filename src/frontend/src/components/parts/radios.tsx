/** One answer of several, as radio buttons: arrow keys, labels and screen readers come for free. */

import type { ComponentChildren } from "preact";
import { useId } from "../../use-id";

export interface RadioOption {
  readonly id: string;
  readonly label: ComponentChildren;
}

interface Props {
  readonly legend: string;
  /** Say the question to those who do not see it above. */
  readonly legendUnseen?: boolean;
  readonly options: readonly RadioOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly kind?: string;
  readonly thing?: string;
}

export function Radios(props: Props) {
  const { legend, legendUnseen = false, options, chosen, onChoose, kind = "", thing } = props;
  const name = useId();
  return (
    <fieldset class={`options ${kind}`} data-thing={thing}>
      <legend class={legendUnseen ? "unseen" : ""}>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id} class={`option ${chosen === id ? "chosen" : ""}`}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span class="option-text">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
