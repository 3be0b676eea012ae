/** An idea of what to try, in a line: the draft is kept until the room has it. */

import { useId } from "../../use-id";
import { useDraft } from "../parts/draft";
import { Problem, usePerform } from "../parts/perform";
import { useExperimentsHost } from "./use-experiments";
import { TITLE_LIMIT } from "./view";

export function NewIdea() {
  const host = useExperimentsHost();
  const perform = usePerform();
  const draft = useDraft("idea");
  const id = useId();
  const send = async () => {
    const title = draft.text.trim();
    if (!title) return document.getElementById(id)?.focus();
    draft.write("");
    const wish = { kind: "experiments.add_experiment", activity: host.id, title };
    if (await perform("idea", wish)) host.announce(host.words("experiments.idea.saved"));
    else draft.giveBack(title);
  };
  return (
    <form class="new-idea" onSubmit={(event) => (event.preventDefault(), void send())}>
      <label for={id}>{host.words("experiments.idea.new")}</label>
      <div class="row">
        <input
          id={id}
          maxLength={TITLE_LIMIT}
          autocomplete="off"
          value={draft.text}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
        <button class="primary" type="submit">
          {host.words("experiments.idea.add")}
        </button>
      </div>
      <Problem at="idea" />
    </form>
  );
}
