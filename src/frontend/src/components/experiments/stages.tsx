/** One stage of the board: a column, or a section that folds. Of many cards it shows some first. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { BoardCard } from "./board-card";
import { dueOn, today } from "../parts/dates";
import type { Board } from "./foresee";
import type { Entry } from "./order";
import { StageName } from "./stage";
import { useExperimentsHost } from "./use-experiments";
import type { Stage } from "./view";

/** Cards shown at first, and with each wish for more. */
const SOME = { wall: 4, decided: 3, folded: 5, other: 12, more: 50 };

interface Props {
  readonly stage: Stage;
  readonly entries: readonly Entry[];
  readonly board: Board;
  readonly open: boolean;
  readonly onOpen?: ((id: string) => void) | undefined;
}

export function StageColumn(props: Props) {
  const { stage, entries } = props;
  const id = useId();
  return (
    <section class={`stage-part stage-${stage}`} aria-labelledby={id}>
      <header class="column-head">
        <h4 id={id}>
          <StageName stage={stage} />
        </h4>
        <span class="note">{entries.length}</span>
      </header>
      <Cards {...props} some={SOME.other} />
    </section>
  );
}

export function StageSection(props: Props) {
  const { role } = useExperimentsHost();
  if (role === "observer") return <StageColumn {...props} />;
  return (
    <details class={`stage-part stage-${props.stage}`} open={props.open}>
      <summary class="column-head">
        <h4>
          <StageName stage={props.stage} />
        </h4>
        <Counts entries={props.entries} />
      </summary>
      <Cards {...props} some={SOME.folded} />
    </details>
  );
}

/** A folded section still says what is overdue in it. */
function Counts({ entries }: { entries: readonly Entry[] }) {
  const { now, words } = useExperimentsHost();
  const day = today(now());
  const overdue = entries.filter(
    ([, { review }]) => review !== undefined && dueOn(review, day) === "overdue",
  );
  const said = overdue.length > 0 && words("experiments.overdue", { n: overdue.length });
  return <span class="note">{[String(entries.length), said].filter(Boolean).join(" · ")}</span>;
}

function Cards({ stage, entries, board, onOpen, some }: Props & { readonly some: number }) {
  const { role, words } = useExperimentsHost();
  const looks = role === "observer";
  const first = looks ? SOME.wall : stage === "decided" ? SOME.decided : some;
  const [most, setMost] = useState(first);
  const left = entries.length - most;
  return (
    <div class="stage-cards" data-thing={`stage-${stage}`}>
      <ul class="cards">
        {entries.slice(0, most).map((entry) => (
          <BoardCard
            key={entry[0]}
            entry={entry}
            pending={board.pending.has(entry[0])}
            focused={board.view.focus === entry[0]}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {left > 0 && looks && <p class="note">{words("experiments.more.wall", { n: left })}</p>}
      {left > 0 && !looks && (
        <button class="quiet" data-act="more" onClick={() => setMost(most + SOME.more)}>
          {words("experiments.more", { n: left })}
        </button>
      )}
    </div>
  );
}
