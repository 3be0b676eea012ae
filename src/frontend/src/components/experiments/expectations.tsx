/** What people expected before they saw the readings: how many said what, and what they had seen. */

import { Tally } from "./tally";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { EXPECTED, type Expectations as Shown } from "./view";

/** A wall has no more room, and cannot be scrolled. */
const ON_WALL = 5;

export function Expectations({ expectations }: { expectations: Shown }) {
  const { words } = useExperimentsHost();
  const { counts, notes } = expectations;
  const answered = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <section class="side expectations">
      <h4>{words("experiments.expectations")}</h4>
      {answered === 0 && <p class="note">{words("experiments.expectations.none")}</p>}
      {answered > 0 && (
        <Tally
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

function Notes({ notes }: { notes: readonly string[] }) {
  const { role, words } = useExperimentsHost();
  if (!notes.length) return null;
  const shown = role === "observer" ? notes.slice(0, ON_WALL) : notes;
  const left = notes.length - shown.length;
  return (
    <>
      <h5>{words("experiments.expectations.notes")}</h5>
      <ul class="notes">
        {shown.map((note, n) => (
          <li key={n}>{note}</li>
        ))}
      </ul>
      {left > 0 && <p class="note">{words("experiments.more.wall", { n: left })}</p>}
    </>
  );
}
