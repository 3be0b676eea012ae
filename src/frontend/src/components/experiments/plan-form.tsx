/** The test card as a form of sentences, to write it first or as a new version. */

import { useFold } from "../parts/fold";
import { Radios } from "../parts/radios";
import { TextInput } from "../parts/text-input";
import { Guards } from "./guards";
import { NumberInput } from "./number-input";
import type { PlanFields } from "./plan-fields";
import { isChange, RULES, type Rule } from "./rule";
import { Select } from "./select";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import { NAME_LIMIT, UNIT_LIMIT, type Form } from "./view";

interface Props {
  readonly fields: PlanFields;
  readonly onFields: (fields: PlanFields) => void;
}

export function PlanForm({ fields, onFields }: Props) {
  const { words } = useExperimentsHost();
  const write = (change: Partial<PlanFields>) => onFields({ ...fields, ...change });
  const counted = fields.form === "count";
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
      {!counted && (
        <TextInput
          label={words("experiments.unit")}
          value={fields.unit}
          limit={UNIT_LIMIT}
          onText={(unit) => write({ unit })}
        />
      )}
      <RightIf fields={fields} write={write} />
      <div class="fields-row">
        <TextInput
          label={words(counted ? "experiments.needed.cases" : "experiments.needed")}
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
      <MoreFields fields={fields} write={write} />
    </>
  );
}

interface PartProps {
  readonly fields: PlanFields;
  readonly write: (change: Partial<PlanFields>) => void;
}

/** "We are right if it is at least … ": its level, or its change from before. */
function RightIf({ fields, write }: PartProps) {
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
        <NumberInput
          label={words(form === "count" ? share : "experiments.threshold")}
          value={threshold}
          onText={(text) => write({ threshold: text })}
        />
      </div>
      {isChange(rule) && <p class="note">{words("experiments.rule.change.how")}</p>}
    </fieldset>
  );
}

/** Unfolded from the start where something stands in it. */
function MoreFields({ fields, write }: PartProps) {
  const { words } = useExperimentsHost();
  const fold = useFold(fields.baseline !== "" || fields.guardrails.length > 0);
  const counted = fields.form === "count";
  return (
    <details class="more-fields" {...fold.details}>
      <summary>{words("experiments.more.fields")}</summary>
      <div class="fields">
        <NumberInput
          label={words(counted ? "experiments.baseline.percent" : "experiments.baseline")}
          value={fields.baseline}
          onText={(baseline) => write({ baseline })}
        />
        <Guards guards={fields.guardrails} onGuards={(guardrails) => write({ guardrails })} />
      </div>
    </details>
  );
}
