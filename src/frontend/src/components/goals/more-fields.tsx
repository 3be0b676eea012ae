/** What an item may also say: whose it is, how it is measured, what has to be true. */

import { useState } from "preact/hooks";
import { TextInput } from "../parts/text-input";
import type { Fields } from "./fields";
import { useGoalsHost } from "./use-goals";
import { NAME_LIMIT, TEXT_LIMIT, UNIT_LIMIT } from "./view";

interface Props {
  readonly fields: Fields;
  readonly onFields: (fields: Fields) => void;
}

export function MoreFields({ fields, onFields }: Props) {
  const { words } = useGoalsHost();
  const [filled] = useState(Boolean(fields.owner || fields.name || fields.assumption));
  const each = (key: keyof Fields) => ({
    label: words(`goals.${key}`),
    value: fields[key],
    onText: (text: string) => onFields({ ...fields, [key]: text }),
  });
  return (
    <details class="more-fields" open={filled}>
      <summary>{words("goals.more")}</summary>
      <div class="fields">
        <TextInput {...each("owner")} limit={NAME_LIMIT} />
        <TextInput {...each("assumption")} limit={TEXT_LIMIT} />
        <TextInput {...each("name")} limit={NAME_LIMIT} />
        <div class="numbers">
          <TextInput {...each("unit")} limit={UNIT_LIMIT} />
          <TextInput {...each("baseline")} type="number" />
          <TextInput {...each("target")} type="number" />
        </div>
      </div>
    </details>
  );
}
