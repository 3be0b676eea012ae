/** An answer in one's own words. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { usePollHost } from "./use-poll";
import { WORD_LIMIT, type PollMe } from "./view";

export function WordAnswer({ me }: { me: PollMe }) {
  const { words } = usePollHost();
  const [changing, setChanging] = useState(false);
  const draft = useDraft("word");
  if (me.answer === undefined || changing || draft.text) {
    return <WordForm me={me} onClose={() => setChanging(false)} />;
  }
  return (
    <div class="my-answer" data-thing="answer">
      <p>
        <span class="note">{words("poll.word.yours")}</span> <b>{me.answer}</b>
      </p>
      <button class="quiet" data-act="change" onClick={() => setChanging(true)}>
        {words("poll.word.change")}
      </button>
    </div>
  );
}

function WordForm({ me, onClose }: { me: PollMe; onClose: () => void }) {
  const host = usePollHost();
  const perform = usePerform();
  const draft = useDraft("word");
  const id = useId();
  const send = async () => {
    const answer = draft.text.trim();
    if (!answer) return document.getElementById(id)?.focus();
    draft.write("");
    onClose();
    const kept = await perform("answer", { kind: "poll.answer", activity: host.id, answer });
    if (!kept) draft.giveBack(answer);
  };
  return (
    <form
      class="word"
      data-thing="answer"
      onSubmit={(event) => (event.preventDefault(), void send())}
    >
      <label for={id}>{host.words("poll.word")}</label>
      <div class="row">
        <input
          id={id}
          maxLength={WORD_LIMIT}
          autocomplete="off"
          value={draft.text}
          placeholder={me.answer}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
        <button class="primary" type="submit">
          {host.words("poll.word.send")}
        </button>
      </div>
    </form>
  );
}
