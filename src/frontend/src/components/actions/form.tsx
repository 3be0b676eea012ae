/** An action in the making: what, who, by when. Its text is kept until the room has it. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useReturn } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { useHost } from "../parts/host";
import { Problem } from "../parts/perform";

export const TEXT_LIMIT = 500;
export const OWNER_LIMIT = 120;

export interface ActionWords {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

interface Props {
  /** The name under which its half-written words are kept, and its problem shown. */
  readonly name: string;
  readonly start?: ActionWords;
  readonly about?: string | undefined;
  readonly save: string;
  /** Settles when the room has answered; `giveBack` restores the words for a form to come. */
  readonly onSave: (words: ActionWords, giveBack: () => void) => Promise<void>;
  readonly onCancel: () => void;
}

const EMPTY: ActionWords = { text: "", owner: "", due: "" };

export function ActionForm({ name, start = EMPTY, about, save, onSave, onCancel }: Props) {
  const { words } = useHost();
  const back = useReturn();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const draft = useFormDraft(name, start);
  useLayoutEffect(() => first.current?.focus(), [name, about]);
  const send = async () => {
    const wanted = { ...draft.now, text: draft.now.text.trim(), owner: draft.now.owner.trim() };
    if (!wanted.text) return first.current?.focus();
    draft.clear();
    await onSave(wanted, () => draft.write(wanted));
  };
  const cancel = () => {
    draft.clear();
    onCancel();
    back();
  };
  return (
    <form
      class="action-form"
      data-thing={name}
      onSubmit={(event) => (event.preventDefault(), void send())}
      onKeyDown={(event) => event.key === "Escape" && cancel()}
    >
      {about && <p class="note">{words("actions.from", { about })}</p>}
      <label for={`${id}t`}>{words("actions.text")}</label>
      <textarea
        id={`${id}t`}
        ref={first}
        rows={2}
        maxLength={TEXT_LIMIT}
        value={draft.now.text}
        onInput={(event) => draft.write({ ...draft.now, text: event.currentTarget.value })}
      />
      <label for={`${id}o`}>{words("actions.owner")}</label>
      <input
        id={`${id}o`}
        maxLength={OWNER_LIMIT}
        autocomplete="off"
        value={draft.now.owner}
        onInput={(event) => draft.write({ ...draft.now, owner: event.currentTarget.value })}
      />
      <label for={`${id}d`}>{words("actions.due")}</label>
      <input
        id={`${id}d`}
        type="date"
        value={draft.now.due}
        onInput={(event) => draft.write({ ...draft.now, due: event.currentTarget.value })}
      />
      <Problem at={name} />
      <div class="row">
        <button class="primary" type="submit">
          {save}
        </button>
        <button type="button" onClick={cancel}>
          {words("cancel")}
        </button>
      </div>
    </form>
  );
}
