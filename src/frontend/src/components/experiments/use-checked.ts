/** Looks at a card's form before it is sent: what is wrong is shown at its field, the first gets the focus. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { problemsOf, type PlanFields, type Problems } from "./plan-fields";

const NONE: Problems = {};

export function useChecked(fields: PlanFields) {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(0);
  const problems = problemsOf(fields);
  useLayoutEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [tried]);
  /** Whether it can be sent; after a vain try, problems are shown until there are none. */
  const check = (): boolean => {
    const fine = Object.keys(problems).length === 0;
    setTried(fine ? 0 : tried + 1);
    return fine;
  };
  return { form, problems: tried > 0 ? problems : NONE, check };
}
