/** One line to fill in, under its label: text, a number or a date. */

import { useLayoutEffect, useRef } from "preact/hooks";
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
  readonly hint?: string | undefined;
  /** Why what is written cannot be sent: the browser then keeps the form back. */
  readonly problem?: string | undefined;
  readonly fieldId?: string;
}

export function TextInput(props: Props) {
  const { label, value, onText, limit, type = "text", required = false, fieldId, problem } = props;
  const hint = problem ?? props.hint;
  const own = useId();
  const id = fieldId ?? own;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.setCustomValidity(problem ?? ""), [problem]);
  return (
    <div class="text-input">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type={type}
        autocomplete="off"
        value={value}
        required={required}
        aria-invalid={problem !== undefined || undefined}
        {...(type === "text" ? { maxLength: limit } : {})}
        {...(type === "number" ? numeric(props.whole ?? false) : {})}
        {...(hint ? { "aria-describedby": `${id}h` } : {})}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {hint && (
        <p class={problem ? "wrong" : "note"} id={`${id}h`}>
          {hint}
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
