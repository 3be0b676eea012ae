/** An item in the making: what level, what text, whose, how it is measured, what it rests on. */

import { useLayoutEffect } from "preact/hooks";
import { useId } from "../../use-id";
import type { FormDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { Problem } from "../parts/perform";
import type { Fields } from "./fields";
import { LevelChoice } from "./level-choice";
import { MoreFields } from "./more-fields";
import { readsLikeOutput } from "./output";
import { useGoalsHost } from "./use-goals";
import { TEXT_LIMIT } from "./view";

interface Props {
  /** The thing whose problem is shown here. */
  readonly place: string;
  readonly draft: FormDraft<Fields>;
  /** New items have their level chosen; that of an old one stays. */
  readonly isNew?: boolean;
  readonly save: string;
  readonly onSave: () => void;
  readonly onCancel?: () => void;
  readonly fieldId?: string;
}

export function ItemForm({ place, draft, isNew = false, save, onSave, onCancel, fieldId }: Props) {
  const { words } = useGoalsHost();
  const own = useId();
  const id = fieldId ?? own;
  const { now, write } = draft;
  useLayoutEffect(() => {
    if (!isNew) document.getElementById(id)?.focus();
  }, []);
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !onCancel) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      class="item-form"
      onSubmit={(event) => (event.preventDefault(), onSave())}
      onKeyDown={cancel}
    >
      {isNew && <LevelChoice value={now.level} onLevel={(level) => write({ ...now, level })} />}
      <label for={id}>{words(`goals.text.${now.level}`)}</label>
      <Field
        id={id}
        value={now.text}
        limit={TEXT_LIMIT}
        onText={(text) => write({ ...now, text })}
        onSend={onSave}
      />
      <OutputHint fields={now} />
      <MoreFields fields={now} onFields={write} />
      <Problem at={place} />
      <div class="row">
        <button class="primary" type="submit">
          {save}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {words("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

/** Said politely while it is written, and never in the way: one may have a reason. */
function OutputHint({ fields }: { fields: Fields }) {
  const { words } = useGoalsHost();
  const reads = ["goal", "outcome"].includes(fields.level) && readsLikeOutput(fields.text);
  return <div role="status">{reads && <p class="hint">{words("goals.output.hint")}</p>}</div>;
}
