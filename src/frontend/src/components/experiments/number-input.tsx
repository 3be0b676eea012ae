/** A number as people write it. What is none is said below it at once, and keeps the form back. */

import { TextInput } from "../parts/text-input";
import { numberOf } from "./plan-fields";
import { useExperimentsHost } from "./use-experiments";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly required?: boolean;
  readonly fieldId?: string;
}

export function NumberInput(props: Props) {
  const { words } = useExperimentsHost();
  const wrong = props.value.trim() !== "" && numberOf(props.value, false) === undefined;
  return <TextInput {...props} problem={wrong ? words("refused.bad_number") : undefined} />;
}
