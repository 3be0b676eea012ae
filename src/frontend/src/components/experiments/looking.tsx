/** Look: what the readings say, beside what people expected. */

import { Bars } from "../parts/bars";
import { Lead } from "../parts/lead";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { EXPECTED, type Expectations } from "./view";
import { ChooseFocus } from "./choose-focus";
import { MoreReadings } from "./more-readings";
import { NoFocus } from "./no-focus";

const ON_A_WALL = 6;

export function Looking({ board }: { board: Board }) {
  const { words } = useExperimentsHost();
  const { expectations } = board.view;
  return (
    <>
      <Lead title={words("experiments.look.lead")}>
        <p>{words("experiments.look.how")}</p>
      </Lead>
      <NoFocus board={board} />
      <div class="beside">
        <FocusPart board={board} />
        {expectations && <Expected expectations={expectations} />}
      </div>
      <MoreReadings board={board} />
      <ChooseFocus board={board} />
    </>
  );
}

export function Expected({ expectations }: { expectations: Expectations }) {
  const { words } = useExperimentsHost();
  const { counts, notes } = expectations;
  const answered = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <section class="side expectations">
      <h3>{words("experiments.expectations")}</h3>
      {answered === 0 && <p class="note">{words("experiments.expectations.none")}</p>}
      {answered > 0 && (
        <Bars
          bars={EXPECTED.map((each) => ({
            id: each,
            label: <OutcomeName outcome={each} />,
            count: counts[each] ?? 0,
          }))}
        />
      )}
      <Notes notes={notes} />
    </section>
  );
}

/** What people saw, in their own words; on a wall as many as there may be room for. */
function Notes({ notes }: { notes: readonly string[] }) {
  const { role, words } = useExperimentsHost();
  if (!notes.length) return null;
  const most = role === "observer" ? ON_A_WALL : notes.length;
  const left = notes.length - most;
  return (
    <>
      <ul class="notes">
        {notes.slice(0, most).map((note, n) => (
          <li key={n}>{note}</li>
        ))}
      </ul>
      {left > 0 && <p class="note">{words("experiments.more.wall", { n: left })}</p>}
    </>
  );
}
