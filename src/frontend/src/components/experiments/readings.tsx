/** An experiment's readings in the facilitator's hands: one more, a table of them, the list. */

import { useMemo, useState } from "preact/hooks";
import { listed } from "../../view";
import { Problem } from "../parts/perform";
import { PasteReadings } from "./paste-readings";
import { ReadingForm } from "./reading-form";
import { ReadingRow } from "./reading-row";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

/** Shown at first, and with each wish for more. */
const SOME = 10;
const SOME_MORE = 50;

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  readonly pending: ReadonlySet<string>;
}

export function Readings({ id, experiment, pending }: Props) {
  const { words } = useExperimentsHost();
  const [most, setMost] = useState(SOME);
  const decided = experiment.stage === "decided";
  const all = useMemo(() => latestFirst(experiment), [experiment.readings]);
  return (
    <section class="readings" data-thing={`readings-${id}`}>
      <h4>{words("experiments.readings", { n: all.length })}</h4>
      {!decided && (
        <>
          {!experiment.started && <p class="note">{words("experiments.readings.before")}</p>}
          <ReadingForm id={id} experiment={experiment} />
          <PasteReadings id={id} experiment={experiment} pending={pending} />
        </>
      )}
      <Problem at={`readings-${id}`} />
      <ul class="plain-list">
        {all.slice(0, most).map(([key, reading]) => (
          <ReadingRow
            key={key}
            id={id}
            readingId={key}
            reading={reading}
            experiment={experiment}
            fixed={decided}
            pending={pending.has(key)}
          />
        ))}
      </ul>
      {all.length > most && (
        <button class="quiet" data-act="more" onClick={() => setMost(most + SOME_MORE)}>
          {words("experiments.more", { n: all.length - most })}
        </button>
      )}
    </section>
  );
}

/** By day; of one day whatever came last. */
function latestFirst({ readings }: Experiment): readonly (readonly [string, Reading])[] {
  return listed(readings)
    .reverse()
    .sort(([, one], [, other]) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
}
