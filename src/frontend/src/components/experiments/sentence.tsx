/** A sentence of a card, begun by its label and finished by whoever writes. */

import { useId } from "../../use-id";
import { Field } from "../parts/field";
import { TEXT_LIMIT } from "./view";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly required?: boolean;
}

export function Sentence({ label, value, onText, required = false }: Props) {
  const id = useId();
  return (
    <div class="text-input">
      <label for={id}>{label}</label>
      {/* Enter alone would send a form of many fields half-written: here it does nothing. */}
      <Field
        id={id}
        value={value}
        limit={TEXT_LIMIT}
        rows={1}
        required={required}
        onText={onText}
        onSend={() => undefined}
      />
    </div>
  );
}
