/** What one expects oneself: said, and changed until everyone's is shown. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useFormDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import type { Board } from "./foresee";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { EXPECTED, NOTE_LIMIT, type Expected } from "./view";

interface Props {
  readonly board: Board;
  readonly focus: string;
}

export function Expectation({ board, focus }: Props) {
  const { drafts } = useExperimentsHost();
  const [changing, setChanging] = useState(drafts.read(draftOf(focus)) !== "");
  if (board.me.expected === undefined || changing)
    return <ExpectForm board={board} focus={focus} onChanging={setChanging} />;
  return <Kept board={board} onChange={() => setChanging(true)} />;
}

function draftOf(focus: string): string {
  return `expect-${focus}`;
}

function Kept({ board, onChange }: { board: Board; onChange: () => void }) {
  const { words } = useExperimentsHost();
  const { outcome, note } = board.me.expected!;
  return (
    <div class="panel own-answer" data-thing="expectation">
      <p>
        <span class="note">{words("experiments.expect.yours")}</span>{" "}
        <OutcomeName outcome={outcome} />
      </p>
      {note && <p class="words">{note}</p>}
      <p class="note" role="status">
        {words(board.pending.has("expected") ? "sending" : "experiments.expect.kept")}
      </p>
      <button class="quiet" data-act="change" onClick={onChange}>
        {words("experiments.expect.change")}
      </button>
    </div>
  );
}

interface FormProps extends Props {
  readonly onChanging: (changing: boolean) => void;
}

interface Fields {
  readonly outcome: Expected | "";
  readonly note: string;
}

function ExpectForm({ board, focus, onChanging }: FormProps) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const id = useId();
  const { outcome = "", note = "" } = board.me.expected ?? {};
  const { now, write, clear } = useFormDraft<Fields>(draftOf(focus), { outcome, note });
  const [asked, setAsked] = useState(false);
  const send = async () => {
    setAsked(!now.outcome);
    if (!now.outcome) return;
    const wish = { kind: "experiments.expect", activity: host.id, experiment: focus };
    clear();
    onChanging(false);
    if (await perform("expectation", { ...wish, ...now, note: now.note.trim() })) return;
    write(now);
    onChanging(true);
  };
  return (
    <form
      class="panel own-answer"
      data-thing="expectation"
      onSubmit={(event) => (event.preventDefault(), void send())}
    >
      <Radios
        legend={words("experiments.expect.question")}
        kind="short"
        options={EXPECTED.map((each) => ({ id: each, label: <OutcomeName outcome={each} /> }))}
        chosen={now.outcome}
        onChoose={(each) => write({ ...now, outcome: each as Expected })}
      />
      <p role="alert" class="wrong">
        {asked && !now.outcome && words("experiments.expect.choose")}
      </p>
      <label for={id}>{words("experiments.expect.note")}</label>
      <Field
        id={id}
        value={now.note}
        limit={NOTE_LIMIT}
        onText={(text) => write({ ...now, note: text })}
        onSend={() => void send()}
      />
      <Problem at="expectation" />
      <button class="primary" type="submit">
        {words("experiments.expect.send")}
      </button>
    </form>
  );
}
