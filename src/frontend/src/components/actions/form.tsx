/** An action in the making: what, who, by when, how likely. Kept until the room has it. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useReturn } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { useHost } from "../parts/host";
import { Problem } from "../parts/perform";
import { TextInput } from "../parts/text-input";
import { LIKELY, NO_WORDS, OWNER_LIMIT, TEXT_LIMIT, type ActionWords } from "./words";

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

export function ActionForm({ name, start = NO_WORDS, about, save, onSave, onCancel }: Props) {
  const { words } = useHost();
  const back = useReturn();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const draft = useFormDraft(name, start);
  useLayoutEffect(() => first.current?.focus(), [name, about]);
  const change = (fields: Partial<ActionWords>) => draft.write({ ...draft.now, ...fields });
  const send = async () => {
    const wanted = draft.now;
    if (!wanted.text.trim()) return first.current?.focus();
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
      <label for={id}>{words(draft.now.keepDoing ? "actions.text.keep" : "actions.text")}</label>
      <textarea
        id={id}
        ref={first}
        rows={2}
        maxLength={TEXT_LIMIT}
        value={draft.now.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <Details now={draft.now} onChange={change} />
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

interface DetailsProps {
  readonly now: ActionWords;
  readonly onChange: (fields: Partial<ActionWords>) => void;
}

/** Whatever may be left open. */
function Details({ now, onChange }: DetailsProps) {
  const { words } = useHost();
  return (
    <>
      <TextInput
        label={words("actions.owner")}
        limit={OWNER_LIMIT}
        value={now.owner}
        onText={(owner) => onChange({ owner })}
      />
      {!now.keepDoing && (
        <TextInput
          type="date"
          label={words("actions.due")}
          value={now.due}
          onText={(due) => onChange({ due })}
        />
      )}
      <Likely now={now} onChange={onChange} />
      <KeepDoing now={now} onChange={onChange} />
    </>
  );
}

function Likely({ now, onChange }: DetailsProps) {
  const { words } = useHost();
  const id = useId();
  return (
    <div class="text-input">
      <label for={id}>{words("actions.likely")}</label>
      <select
        id={id}
        value={now.likely}
        onChange={(event) => onChange({ likely: event.currentTarget.value })}
      >
        <option value="">{words("actions.likely.open")}</option>
        {LIKELY.map((step) => (
          <option key={step} value={step}>
            {words(`actions.likely.${step}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function KeepDoing({ now, onChange }: DetailsProps) {
  const { words } = useHost();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={now.keepDoing}
        onChange={(event) => onChange({ keepDoing: event.currentTarget.checked })}
      />
      <span>
        {words("actions.keep")}
        <span class="note">{words("actions.keep.why")}</span>
      </span>
    </label>
  );
}
