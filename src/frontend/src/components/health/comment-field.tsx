/** A comment on one topic: nobody has to write one, and nobody sees it before the results. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useFormDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { usePerform } from "../parts/perform";
import { useHealthHost } from "./use-health";
import { COMMENT_LIMIT } from "./view";

export function CommentField({ topic, kept }: { topic: string; kept: string | undefined }) {
  const host = useHealthHost();
  const perform = usePerform();
  const id = useId();
  const draft = useFormDraft(`comment ${topic}`, { text: kept ?? "" });
  const [open] = useState(draft.now.text !== "");
  const write = async (wanted: string) => {
    draft.clear();
    const wish = { kind: "health.write", activity: host.id, topic, text: wanted };
    if (!(await perform("topic", wish))) return draft.write({ text: wanted });
    host.announce(host.words(wanted ? "health.comment.kept" : "health.comment.gone"));
  };
  const save = () => {
    const wanted = draft.now.text.trim();
    if (wanted !== (kept ?? "")) void write(wanted);
    else document.getElementById(id)?.focus();
  };
  return (
    <details class="comment" open={open}>
      <summary>{host.words("health.comment.open")}</summary>
      <form data-thing={`${topic} comment`} onSubmit={(event) => (event.preventDefault(), save())}>
        <label for={id}>{host.words("health.comment")}</label>
        <Field
          id={id}
          value={draft.now.text}
          limit={COMMENT_LIMIT}
          describedBy={`${id}h`}
          onText={(text) => draft.write({ text })}
          onSend={save}
        />
        <p class="note" id={`${id}h`}>
          {host.words("health.comment.hint")}
        </p>
        <div class="row">
          <button type="submit">{host.words("health.comment.save")}</button>
          {kept !== undefined && (
            <button type="button" class="quiet" data-act="back" onClick={() => void write("")}>
              {host.words("health.comment.back")}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
