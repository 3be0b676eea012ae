/** Expect: everyone says privately how they think that it went, before they see the readings. */

import { useRef, useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useFormDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { NoFocus } from "./no-focus";
import { Own } from "./own";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { EXPECTED, NOTE_LIMIT, type Expected, type ExperimentsMe } from "./view";

export function Expecting({ board }: { board: Board }) {
  const { words } = useExperimentsHost();
  const { focus } = board.view;
  return (
    <>
      <Lead title={words("experiments.expect.lead")}>
        <p class="promise">
          <Lock />
          <span>{words("experiments.expect.promise")}</span>
        </p>
      </Lead>
      <NoFocus board={board} />
      {focus !== undefined && <Said n={board.view.expected ?? 0} word="experiments.expected" />}
      <FocusPart board={board} blind />
      {focus !== undefined && (
        <Own>
          <Mine board={board} focus={focus} />
        </Own>
      )}
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

interface MineProps {
  readonly board: Board;
  readonly focus: string;
}

/** The answer as it is kept, or the form. */
function Mine({ board, focus }: MineProps) {
  const said = board.me.expected;
  const [changing, setChanging] = useState(said === undefined);
  return (
    <div class="panel own" data-thing="expectation">
      {said && !changing ? (
        <Kept said={said} board={board} onChange={() => setChanging(true)} />
      ) : (
        <Asked said={said} focus={focus} onAsk={setChanging} />
      )}
    </div>
  );
}

type Answer = NonNullable<ExperimentsMe["expected"]>;

interface KeptProps {
  readonly said: Answer;
  readonly board: Board;
  readonly onChange: () => void;
}

function Kept({ said, board, onChange }: KeptProps) {
  const { words } = useExperimentsHost();
  return (
    <>
      <p>
        <span class="note">{words("experiments.expect.yours")}</span>{" "}
        <OutcomeName outcome={said.outcome} />
      </p>
      {said.note && <p class="words">{said.note}</p>}
      <p class="note" role="status">
        {words(board.pending.has("expected") ? "sending" : "experiments.expect.kept")}
      </p>
      <button class="quiet" data-act="change" onClick={onChange}>
        {words("experiments.expect.change")}
      </button>
    </>
  );
}

interface AskedProps {
  readonly said: Answer | undefined;
  readonly focus: string;
  readonly onAsk: (asking: boolean) => void;
}

interface Fields {
  readonly outcome?: Expected;
  readonly note: string;
}

function Asked({ said, focus, onAsk }: AskedProps) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { now, write, clear } = useFormDraft<Fields>(`expect-${focus}`, { note: "", ...said });
  const send = async () => {
    if (!form.current?.reportValidity()) return;
    onAsk(false);
    const wish = { kind: "experiments.expect", activity: host.id, experiment: focus };
    if (await perform("expectation", { ...wish, ...now, note: now.note.trim() })) clear();
    else onAsk(true);
  };
  return (
    <form class="fields" ref={form} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Radios
        legend={words("experiments.expect.question")}
        options={EXPECTED.map((each) => ({ id: each, label: <OutcomeName outcome={each} /> }))}
        chosen={now.outcome}
        onChoose={(each) => write({ ...now, outcome: each as Expected })}
        required
      />
      <label for={id}>{words("experiments.expect.note")}</label>
      <Field
        id={id}
        value={now.note}
        limit={NOTE_LIMIT}
        onText={(note) => write({ ...now, note })}
        onSend={() => void send()}
      />
      <Problem at="expectation" />
      <button class="primary" type="submit">
        {words("experiments.expect.send")}
      </button>
    </form>
  );
}
