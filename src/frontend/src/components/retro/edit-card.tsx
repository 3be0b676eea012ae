/** The form in which a card is changed or deleted: two steps, so that no slip deletes one. */

import { useId } from "../../use-id";
import type { Draft } from "../parts/draft";
import { Field } from "../parts/field";
import { useRetroHost } from "./use-board";
import { CARD_LIMIT } from "./view";

interface Props {
  readonly draft: Draft;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onDelete: () => void;
}

export function EditCard({ draft, onSave, onCancel, onDelete }: Props) {
  const { words } = useRetroHost();
  const id = useId();
  return (
    <form class="edit" onSubmit={(event) => (event.preventDefault(), onSave())}>
      <label for={id}>{words("retro.card.editing")}</label>
      <Field
        id={id}
        value={draft.text}
        limit={CARD_LIMIT}
        onText={draft.write}
        onSend={onSave}
        onEscape={onCancel}
        focus
      />
      <div class="row">
        <button class="primary" type="submit">
          {words("save")}
        </button>
        <button type="button" onClick={onCancel}>
          {words("cancel")}
        </button>
        <button type="button" class="quiet alert" onClick={onDelete}>
          {words("retro.card.delete")}
        </button>
      </div>
    </form>
  );
}
