/** The whole board by stage: columns where there is room, else sections that fold. */

import { useRef, useState } from "preact/hooks";
import { useId } from "../../use-id";
import { listed } from "../../view";
import { TextInput } from "../parts/text-input";
import { useWide } from "../parts/wide";
import type { Board } from "./foresee";
import { inStage, matching, type Entry } from "./order";
import { StageColumn, StageSection } from "./stages";
import { useExperimentsHost } from "./use-experiments";
import { STAGES } from "./view";

/** In letters: five columns, or what a wall has to show. */
const ROOM = { columns: 56, wall: 36 };
/** More than this and one has to look for it. */
const FIND_FROM = 20;

interface Props {
  readonly board: Board;
  readonly onOpen?: ((id: string) => void) | undefined;
}

export function Overview({ board, onOpen }: Props) {
  const { role, words } = useExperimentsHost();
  const [text, setText] = useState("");
  const heading = useId();
  const all = listed(board.view.experiments);
  const found = matching(all, text);
  return (
    <section class="overview" aria-labelledby={heading} data-thing="overview">
      <h3 id={heading}>{words("experiments.board")}</h3>
      {all.length === 0 && <p class="note">{words("experiments.none")}</p>}
      {all.length > FIND_FROM && role !== "observer" && (
        <Find text={text} found={found.length} onText={setText} />
      )}
      <Stages key={text} found={found} board={board} searching={text !== ""} onOpen={onOpen} />
      <Older board={board} />
    </section>
  );
}

interface StagesProps extends Props {
  readonly found: readonly Entry[];
  readonly searching: boolean;
}

function Stages({ found, board, searching, onOpen }: StagesProps) {
  const { role } = useExperimentsHost();
  const ref = useRef<HTMLDivElement>(null);
  const looks = role === "observer";
  const wide = useWide(ref, looks ? ROOM.wall : ROOM.columns);
  const stages = STAGES.map((stage) => [stage, inStage(found, stage)] as const);
  const shown = looks || !wide ? stages.filter(([, entries]) => entries.length > 0) : stages;
  const Part = wide ? StageColumn : StageSection;
  return (
    <div class={wide ? "stages side-by-side" : "stages"} ref={ref}>
      {found.length > 0 &&
        shown.map(([stage, entries]) => (
          <Part
            key={stage}
            stage={stage}
            entries={entries}
            board={board}
            open={searching || stage !== "decided"}
            onOpen={onOpen}
          />
        ))}
    </div>
  );
}

interface FindProps {
  readonly text: string;
  readonly found: number;
  readonly onText: (text: string) => void;
}

function Find({ text, found, onText }: FindProps) {
  const { words } = useExperimentsHost();
  return (
    <div class="find">
      <TextInput label={words("experiments.find")} value={text} onText={onText} />
      <p class="note" role="status">
        {text && words("experiments.found", { n: found })}
      </p>
    </div>
  );
}

/** Decided long ago: phones are not sent all of them. */
function Older({ board }: Props) {
  const { words } = useExperimentsHost();
  const n = board.view.total - board.view.experiments.order.length;
  return n > 0 ? <p class="note">{words("experiments.older", { n })}</p> : null;
}
