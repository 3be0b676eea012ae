/** Expect: everyone says privately how they think that it went, before they see the readings. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { EXPECTED, NOTE_LIMIT, type Expected } from "./view";

export function Expecting({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const { focus } = board.view;
  return (
    <>
      <Lead title={words("experiments.expect.lead")}>
        <p class="promise">
          <Lock />
          <span>{words("experiments.expect.promise")}</span>
        </p>
      </Lead>
      {focus === undefined && <p class="panel">{words("experiments.focus.none")}</p>}
      <Said n={board.view.expected ?? 0} word="experiments.expected" />
      <FocusPart board={board} blind />
      {focus !== undefined && role !== "observer" && <Mine board={board} focus={focus} />}
    </>
  );
}

/** How many have answered, large where a room looks at it. */
export function Said({ n, word }: { n: number; word: string }) {
  const host = useExperimentsHost();
  const { here } = useLive(host.presence);
  const said = host.words(word, { n, here: Math.max(here, n) });
  return (
    <p class={host.role === "participant" ? "note" : "big-count"} role="status">
      {said}
    </p>
  );
}

function Mine({ board, focus }: { board: Board; focus: string }) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const said = board.me.expected;
  const draft = useDraft(`note-${focus}`);
  const [outcome, setOutcome] = useState<Expected | undefined>(said?.outcome);
  const [changing, setChanging] = useState(said === undefined);
  const id = useId();
  if (said && !changing)
    return (
      <div class="panel mine" data-thing="expectation">
        <p>
          <span class="note">{words("experiments.expect.yours")}</span>{" "}
          <OutcomeName outcome={said.outcome} />
        </p>
        {said.note && <p class="words">{said.note}</p>}
        <p class="note" role="status">
          {words(board.pending.has("expected") ? "sending" : "experiments.expect.kept")}
        </p>
        <button class="quiet" data-act="change" onClick={() => setChanging(true)}>
          {words("experiments.expect.change")}
        </button>
      </div>
    );
  const note = draft.text || said?.note || "";
  const send = async () => {
    const chosen = outcome ?? "cannot_say";
    const written = note.trim();
    setChanging(false);
    const wish = { kind: "experiments.expect", activity: host.id, experiment: focus };
    const kept = await perform("expectation", { ...wish, outcome: chosen, note: written });
    if (kept) draft.write("");
    else setChanging(true);
  };
  return (
    <form
      class="panel mine"
      data-thing="expectation"
      onSubmit={(event) => (event.preventDefault(), void send())}
    >
      <Radios
        legend={words("experiments.expect.question")}
        options={EXPECTED.map((each) => ({ id: each, label: <OutcomeName outcome={each} /> }))}
        chosen={outcome}
        onChoose={(each) => setOutcome(each as Expected)}
      />
      <label for={id}>{words("experiments.expect.note")}</label>
      <Field
        id={id}
        value={note}
        limit={NOTE_LIMIT}
        onText={draft.write}
        onSend={() => void send()}
      />
      <Problem at="expectation" />
      <button class="primary" type="submit">
        {words("experiments.expect.send")}
      </button>
    </form>
  );
}
