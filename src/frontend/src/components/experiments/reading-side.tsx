/** What is asked of readings only where it matters: which side they belong to, and what they are of. */

import { Select } from "./select";
import { useExperimentsHost } from "./use-experiments";
import type { Arm, Experiment } from "./view";

const ARMS = ["", "trial", "control"] as const;

export interface Side {
  /** Empty: by the day. */
  readonly arm: Arm | "";
  /** Empty: of the measure itself. */
  readonly guardrail: string;
}

interface Props {
  readonly experiment: Experiment;
  readonly side: Side;
  readonly onSide: (side: Partial<Side>) => void;
}

export function SideFields({ experiment, side, onSide }: Props) {
  const { words } = useExperimentsHost();
  const { plan, started } = experiment;
  const guards = plan?.guardrails ?? [];
  const compares = plan?.criterion?.compare === "change" && started !== undefined;
  return (
    <>
      {compares && !side.guardrail && (
        <Select
          label={words("experiments.arm")}
          value={side.arm}
          options={ARMS.map((arm) => [arm, words(`experiments.arm.${arm || "by_day"}`)])}
          onChoose={(arm) => onSide({ arm: arm as Side["arm"] })}
        />
      )}
      {guards.length > 0 && (
        <Select
          label={words("experiments.reading.what")}
          value={side.guardrail}
          options={[
            ["", plan?.measure?.name ?? ""],
            ...guards.map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(guardrail) => onSide({ guardrail })}
        />
      )}
    </>
  );
}

/** Whether readings of this side are counts. */
export function isCounted({ plan }: Experiment, { guardrail }: Side): boolean {
  return plan?.measure?.form === "count" && !guardrail;
}

/** As a command says it. */
export function sideOf({ arm, guardrail }: Side) {
  if (guardrail) return { guardrail };
  return arm ? { arm } : {};
}
