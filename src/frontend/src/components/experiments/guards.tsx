/** What must not get worse meanwhile: up to five, each with its limit. */

import { randomHex } from "../../ids";
import { Select } from "../parts/select";
import { short } from "../parts/text";
import { TextInput } from "../parts/text-input";
import type { GuardFields, Problems } from "./plan-fields";
import { useProblem } from "./plan-form";
import { useExperimentsHost } from "./use-experiments";
import { GUARDRAILS_LIMIT, NAME_LIMIT, UNIT_LIMIT, type Direction } from "./view";

interface Props {
  readonly guards: readonly GuardFields[];
  readonly problems: Problems;
  readonly onGuards: (guards: readonly GuardFields[]) => void;
}

export function Guards({ guards, problems, onGuards }: Props) {
  const { words } = useExperimentsHost();
  const change = (id: string, fields: Partial<GuardFields>) =>
    onGuards(guards.map((each) => (each.id === id ? { ...each, ...fields } : each)));
  const add = () => onGuards([...guards, newGuard()]);
  return (
    <fieldset class="guards" data-thing="guards">
      <legend>{words("experiments.guardrails")}</legend>
      {guards.map((each) => (
        <Guard
          key={each.id}
          guard={each}
          problems={problems}
          onChange={(fields) => change(each.id, fields)}
          onRemove={() => onGuards(guards.filter(({ id }) => id !== each.id))}
        />
      ))}
      {guards.length < GUARDRAILS_LIMIT && (
        <button type="button" class="quiet" data-act="add" onClick={add}>
          {words("experiments.guardrail.add")}
        </button>
      )}
    </fieldset>
  );
}

function newGuard(): GuardFields {
  return { id: randomHex(64), name: "", direction: "at_most", limit: "", unit: "" };
}

interface GuardProps {
  readonly guard: GuardFields;
  readonly problems: Problems;
  readonly onChange: (fields: Partial<GuardFields>) => void;
  readonly onRemove: () => void;
}

function Guard({ guard, problems, onChange, onRemove }: GuardProps) {
  const { words } = useExperimentsHost();
  const { id, name, direction, limit, unit } = guard;
  return (
    <div class="fields-row guard" data-thing={id}>
      <TextInput
        label={words("experiments.guardrail.name")}
        value={name}
        limit={NAME_LIMIT}
        problem={useProblem(problems[`${id}.name`])}
        onText={(text) => onChange({ name: text })}
      />
      <Select
        label={words("experiments.guardrail.stays")}
        value={direction}
        options={(["at_least", "at_most"] as const).map((each) => [
          each,
          words(`experiments.direction.${each}`),
        ])}
        onChoose={(each) => onChange({ direction: each as Direction })}
      />
      <TextInput
        label={words("experiments.guardrail.limit")}
        value={limit}
        problem={useProblem(problems[`${id}.limit`])}
        onText={(text) => onChange({ limit: text })}
      />
      <TextInput
        label={words("experiments.guardrail.unit")}
        value={unit}
        limit={UNIT_LIMIT}
        onText={(text) => onChange({ unit: text })}
      />
      <button
        type="button"
        class="quiet alert"
        data-act="remove"
        aria-label={words("experiments.guardrail.remove.label", { name: short(name) || "–" })}
        onClick={onRemove}
      >
        {words("experiments.guardrail.remove")}
      </button>
    </div>
  );
}
