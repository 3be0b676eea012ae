/** How one thinks that an action went: a mark, which is kept at once, and a note with it. */

import { useId } from "../../use-id";
import { useFormDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { short } from "../parts/text";
import type { Sight } from "./foresee";
import { useReviewHost } from "./use-review";
import { kindOf, MARKS, NOTE_LIMIT, type OwnMark, type Reviewed } from "./view";

interface Props {
  readonly id: string;
  readonly action: Reviewed;
  readonly sight: Sight;
}

export function MyMark({ id, action, sight }: Props) {
  const { id: activity, words } = useReviewHost();
  const perform = usePerform();
  const own = sight.me.marks?.[id];
  const place = `mark-${id}`;
  const wish = (kind: string, fields = {}) =>
    perform(place, { kind: `action_review.${kind}`, activity, action: id, ...fields });
  const mark = (chosen: string, note: string) =>
    wish("mark", { mark: chosen, ...(note ? { note } : {}) });
  const label = { action: short(action.text) };
  return (
    <div class="my-mark" data-thing={place}>
      <Radios
        legend={words(`action_review.mark.${kindOf(action)}`, label)}
        legendUnseen
        options={MARKS.map((each) => ({
          id: each,
          label: words(`action_review.mark.${kindOf(action)}.${each}`),
        }))}
        chosen={own?.mark}
        onChoose={(chosen) => void mark(chosen, own?.note ?? "")}
        kind="marks"
      />
      {own && <Note id={id} label={label.action} own={own} onSave={(n) => mark(own.mark, n)} />}
      {own && (
        <button
          class="quiet small"
          data-act="back"
          aria-label={words("action_review.back.label", label)}
          onClick={() => void wish("take_mark_back")}
        >
          {words("action_review.back")}
        </button>
      )}
      <Problem at={place} />
    </div>
  );
}

interface NoteProps {
  readonly id: string;
  readonly label: string;
  readonly own: OwnMark;
  readonly onSave: (note: string) => Promise<boolean>;
}

function Note({ id, label, own, onSave }: NoteProps) {
  const host = useReviewHost();
  const { words } = host;
  const field = useId();
  const kept = own.note ?? "";
  const draft = useFormDraft(`note-${id}`, { note: kept });
  const note = draft.now.note;
  const changed = note.trim() !== kept;
  const save = async () => {
    if (!changed) return;
    const wanted = draft.now;
    draft.clear();
    if (await onSave(note.trim())) host.announce(words("action_review.note.saved"));
    else draft.write(wanted);
  };
  return (
    <form class="note-form" onSubmit={(event) => (event.preventDefault(), void save())}>
      <label for={field}>
        {words("action_review.note")}
        <span class="unseen"> {label}</span>
      </label>
      <Field
        id={field}
        value={note}
        limit={NOTE_LIMIT}
        rows={1}
        onText={(text) => draft.write({ note: text })}
        onSend={() => void save()}
      />
      <div class="row">
        <button data-act="note" aria-disabled={!changed} type="submit">
          {words("action_review.note.save")}
          <span class="unseen"> {label}</span>
        </button>
        {kept && !changed && <span class="note">{words("action_review.note.kept")}</span>}
      </div>
    </form>
  );
}
