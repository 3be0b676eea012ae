/** The test card as a form of sentences, to write it first or as a new version. */

import { useId } from "../../use-id";
import { randomHex } from "../../ids";
import { Radios } from "../parts/radios";
import { TextInput } from "../parts/text-input";
import type { GuardFields, PlanFields } from "./plan-fields";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import { GUARDRAILS_LIMIT, NAME_LIMIT, UNIT_LIMIT, type Direction, type Form } from "./view";

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
      <details class="more-fields" open={fields.baseline !== "" || fields.guardrails.length > 0}>
        <summary>{words("experiments.more.fields")}</summary>
        <div class="fields">
          <TextInput
            label={words(counted ? "experiments.baseline.percent" : "experiments.baseline")}
            value={fields.baseline}
            onText={(baseline) => write({ baseline })}
          />
          <Guards guards={fields.guardrails} onGuards={(guardrails) => write({ guardrails })} />
        </div>
      </details>
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
  const counted = fields.form === "count";
  return (
    <fieldset class="right-if">
      <legend>{words("experiments.criterion")}</legend>
      <div class="fields-row">
        <Select
          label={words("experiments.compare")}
          value={fields.compare}
          options={["level", "change"].map((id) => [id, words(`experiments.compare.${id}`)])}
          onChoose={(compare) => write({ compare: compare as PlanFields["compare"] })}
        />
        <Select
          label={words("experiments.direction")}
          value={fields.direction}
          options={directions(words)}
          onChoose={(direction) => write({ direction: direction as Direction })}
        />
        <TextInput
          label={words(counted ? "experiments.threshold.percent" : "experiments.threshold")}
          value={fields.threshold}
          onText={(threshold) => write({ threshold })}
        />
      </div>
    </fieldset>
  );
}

function Guards({
  guards,
  onGuards,
}: {
  guards: readonly GuardFields[];
  onGuards: (guards: readonly GuardFields[]) => void;
}) {
  const { words } = useExperimentsHost();
  const change = (at: number, fields: Partial<GuardFields>) =>
    onGuards(guards.map((each, n) => (n === at ? { ...each, ...fields } : each)));
  const add = () =>
    onGuards([...guards, { id: randomHex(64), name: "", direction: "at_most", limit: "" }]);
  return (
    <fieldset class="guards">
      <legend>{words("experiments.guardrails")}</legend>
      {guards.map((each, at) => (
        <div class="fields-row" key={each.id} data-thing={each.id}>
          <TextInput
            label={words("experiments.guardrail.name")}
            value={each.name}
            limit={NAME_LIMIT}
            onText={(name) => change(at, { name })}
          />
          <Select
            label={words("experiments.direction")}
            value={each.direction}
            options={directions(words)}
            onChoose={(direction) => change(at, { direction: direction as Direction })}
          />
          <TextInput
            label={words("experiments.guardrail.limit")}
            value={each.limit}
            onText={(limit) => change(at, { limit })}
          />
        </div>
      ))}
      {guards.length < GUARDRAILS_LIMIT && (
        <button type="button" class="quiet" data-act="add" onClick={add}>
          {words("experiments.guardrail.add")}
        </button>
      )}
    </fieldset>
  );
}

function directions(words: ReturnType<typeof useExperimentsHost>["words"]) {
  return ["at_least", "at_most"].map((id) => [id, words(`experiments.direction.${id}`)] as const);
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[] | string[][];
  readonly onChoose: (id: string) => void;
}

export function Select({ label, value, options, onChoose }: SelectProps) {
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
