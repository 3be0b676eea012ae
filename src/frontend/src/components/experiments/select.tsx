/** One of a few, from the browser's own list. */

import { useId } from "../../use-id";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [id: string, text: string])[];
  readonly onChoose: (id: string) => void;
}

export function Select({ label, value, options, onChoose }: Props) {
  const id = useId();
  return (
    <div class="text-input">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
