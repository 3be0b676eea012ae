/** The test card as a form of sentences, to write it first or as a new version. */

import { useState } from "preact/hooks";
import { Radios } from "../parts/radios";
import { Select } from "../parts/select";
import { TextInput } from "../parts/text-input";
import { Guards } from "./guards";
import type { PlanFields, Problems } from "./plan-fields";
import { isChange, RULES, type Rule } from "./rule";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import { NAME_LIMIT, UNIT_LIMIT, type Form } from "./view";

interface Props {
  readonly fields: PlanFields;
  readonly onFields: (fields: PlanFields) => void;
  /** What is wrong, once somebody has tried to save it. */
  readonly problems: Problems;
}

interface PartProps {
  readonly fields: PlanFields;
  readonly write: (change: Partial<PlanFields>) => void;
  readonly problems: Problems;
}

export function PlanForm({ fields, onFields, problems }: Props) {
  const { words } = useExperimentsHost();
  const write = (change: Partial<PlanFields>) => onFields({ ...fields, ...change });
  const part = { fields, write, problems };
  return (
    <>
      <Sentence
        label={words("experiments.belief")}
        value={fields.belief}
        onText={(belief) => write({ belief })}
      />
      <Sentence
        label={words("experiments.test")}
        value={fields.test}
        onText={(test) => write({ test })}
      />
      <Measured {...part} />
      <RightIf {...part} />
      <HowLong {...part} />
      <More {...part} />
    </>
  );
}

/** What is read, and in what form. */
function Measured({ fields, write }: PartProps) {
  const { words } = useExperimentsHost();
  return (
    <>
      <TextInput
        label={words("experiments.measure")}
        value={fields.measure}
        limit={NAME_LIMIT}
        onText={(measure) => write({ measure })}
      />
      <Radios
        legend={words("experiments.form")}
        kind="short"
        options={(["value", "count"] as const).map((id) => ({
          id,
          label: words(`experiments.form.${id}`),
        }))}
        chosen={fields.form}
        onChoose={(form) => write({ form: form as Form })}
      />
      {fields.form === "value" && (
        <TextInput
          label={words("experiments.unit")}
          value={fields.unit}
          limit={UNIT_LIMIT}
          onText={(unit) => write({ unit })}
        />
      )}
    </>
  );
}

/** "We are right if it is at least …": its level, or its change from before. */
function RightIf({ fields, write, problems }: PartProps) {
  const { words } = useExperimentsHost();
  const { form, rule, threshold } = fields;
  const share = isChange(rule) ? "experiments.threshold.points" : "experiments.threshold.percent";
  return (
    <fieldset class="right-if">
      <legend>{words("experiments.criterion")}</legend>
      <div class="fields-row">
        <Select
          label={words("experiments.rule")}
          value={rule}
          options={RULES.map((each) => [each, words(`experiments.rule.${each}`)])}
          onChoose={(each) => write({ rule: each as Rule })}
        />
        <TextInput
          label={words(form === "count" ? share : "experiments.threshold")}
          value={threshold}
          problem={useProblem(problems["threshold"])}
          onText={(text) => write({ threshold: text })}
        />
      </div>
      {isChange(rule) && <p class="note">{words("experiments.rule.change.how")}</p>}
    </fieldset>
  );
}

function HowLong({ fields, write }: PartProps) {
  const { words } = useExperimentsHost();
  const needed = fields.form === "count" ? "experiments.needed.cases" : "experiments.needed";
  return (
    <div class="fields-row">
      <TextInput
        label={words(needed)}
        type="number"
        whole
        value={fields.planned}
        onText={(planned) => write({ planned })}
      />
      <TextInput
        label={words("experiments.review")}
        type="date"
        value={fields.review}
        onText={(review) => write({ review })}
      />
    </div>
  );
}

function More({ fields, write, problems }: PartProps) {
  const { words } = useExperimentsHost();
  const { form, baseline, guardrails } = fields;
  const [filled] = useState(baseline !== "" || guardrails.length > 0);
  const label = form === "count" ? "experiments.baseline.percent" : "experiments.baseline";
  return (
    <details class="more-fields" open={filled}>
      <summary>{words("experiments.more.fields")}</summary>
      <div class="fields">
        <TextInput
          label={words(label)}
          value={baseline}
          problem={useProblem(problems["baseline"])}
          onText={(text) => write({ baseline: text })}
        />
        <Guards
          guards={guardrails}
          problems={problems}
          onGuards={(guards) => write({ guardrails: guards })}
        />
      </div>
    </details>
  );
}

/** What to do about it, in words. */
export function useProblem(problem: Problems[string] | undefined): string | undefined {
  const { words } = useExperimentsHost();
  return problem && words(`experiments.wrong.${problem}`);
}
