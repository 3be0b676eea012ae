/** One less, one more. Both stay focusable at their limits, and say why nothing happens. */

import type { ComponentChildren } from "preact";

interface Step {
  readonly act: string;
  readonly label: string;
  /** Whether pressing it changes nothing now. */
  readonly off: boolean;
  readonly onPress: () => void;
}

interface Props {
  readonly less: Step;
  readonly more: Step;
  /** What is counted, as it stands. */
  readonly children: ComponentChildren;
}

export function Stepper({ less, more, children }: Props) {
  return (
    <>
      <StepButton step={less} sign="−" />
      <span class="given">{children}</span>
      <StepButton step={more} sign="+" />
    </>
  );
}

function StepButton({ step, sign }: { step: Step; sign: string }) {
  return (
    <button
      data-act={step.act}
      aria-disabled={step.off}
      aria-label={step.label}
      onClick={step.onPress}
    >
      {sign}
    </button>
  );
}
