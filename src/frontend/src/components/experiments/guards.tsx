/** What must not get worse meanwhile: a few measures, each with its limit. */

import { randomHex } from "../../ids";
import { TextInput } from "../parts/text-input";
import { NumberInput } from "./number-input";
import type { GuardFields } from "./plan-fields";
import { Select } from "./select";
import { useExperimentsHost } from "./use-experiments";
import { GUARDRAILS_LIMIT, NAME_LIMIT, type Direction } from "./view";

interface Props {
  readonly guards: readonly GuardFields[];
  readonly onGuards: (guards: readonly GuardFields[]) => void;
}

export function Guards({ guards, onGuards }: Props) {
  const { words } = useExperimentsHost();
  const change = (fields: GuardFields) =>
    onGuards(guards.map((each) => (each.id === fields.id ? fields : each)));
  const remove = (id: string) => onGuards(guards.filter((each) => each.id !== id));
  const add = () =>
    onGuards([...guards, { id: randomHex(64), name: "", direction: "at_most", limit: "" }]);
  return (
    <fieldset class="guards" data-thing="guards">
      <legend>{words("experiments.guardrails")}</legend>
      {guards.map((each, at) => (
        <Guard key={each.id} fields={each} at={at} onFields={change} onRemove={remove} />
      ))}
      {guards.length < GUARDRAILS_LIMIT && (
        <button type="button" class="quiet" data-act="add" onClick={add}>
          {words("experiments.guardrail.add")}
        </button>
      )}
    </fieldset>
  );
}

interface GuardProps {
  readonly fields: GuardFields;
  readonly at: number;
  readonly onFields: (fields: GuardFields) => void;
  readonly onRemove: (id: string) => void;
}

/** With a name it needs a limit, and the other way round: half of one would be lost. */
function Guard({ fields, at, onFields, onRemove }: GuardProps) {
  const { words } = useExperimentsHost();
  const { id, name, direction, limit } = fields;
  const called = name.trim() || words("experiments.guardrail.number", { n: at + 1 });
  return (
    <div class="fields-row" role="group" aria-label={called} data-thing={id}>
      <TextInput
        label={words("experiments.guardrail.name")}
        value={name}
        limit={NAME_LIMIT}
        required={limit.trim() !== ""}
        onText={(text) => onFields({ ...fields, name: text })}
      />
      <Select
        label={words("experiments.guardrail.stays")}
        value={direction}
        options={directions(words)}
        onChoose={(chosen) => onFields({ ...fields, direction: chosen as Direction })}
      />
      <NumberInput
        label={words("experiments.guardrail.limit")}
        value={limit}
        required={name.trim() !== ""}
        onText={(text) => onFields({ ...fields, limit: text })}
      />
      <button
        type="button"
        class="quiet alert"
        aria-label={words("experiments.remove.label", { title: called })}
        onClick={() => onRemove(id)}
      >
        {words("experiments.remove")}
      </button>
    </div>
  );
}

function directions(words: ReturnType<typeof useExperimentsHost>["words"]) {
  return ["at_least", "at_most"].map((id) => [id, words(`experiments.direction.${id}`)] as const);
}
