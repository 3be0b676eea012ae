/** One line to fill in, under its label: text, a number or a date. */

import { useId } from "../../use-id";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly limit?: number;
  readonly type?: "text" | "number" | "date";
  /** Of numbers: whole ones only. */
  readonly whole?: boolean;
  readonly required?: boolean;
  readonly hint?: string;
  /** What is wrong with it, once somebody has tried to save it. */
  readonly problem?: string | undefined;
  readonly fieldId?: string;
}

export function TextInput(props: Props) {
  const { label, value, onText, limit, type = "text", required = false, fieldId } = props;
  const { hint, problem } = props;
  const own = useId();
  const id = fieldId ?? own;
  return (
    <div class="text-input">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        autocomplete="off"
        value={value}
        required={required}
        {...(type === "text" ? { maxLength: limit } : {})}
        {...(type === "number" ? numeric(props.whole ?? false) : {})}
        {...(hint || problem ? { "aria-describedby": `${id}h` } : {})}
        {...(problem ? { "aria-invalid": true } : {})}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {(hint || problem) && (
        <p class={problem ? "wrong" : "note"} id={`${id}h`}>
          {problem || hint}
        </p>
      )}
    </div>
  );
}

function numeric(whole: boolean) {
  return whole
    ? { step: "1", min: 0, inputMode: "numeric" as const }
    : { step: "any", inputMode: "decimal" as const };
}
