/** An experiment's readings in the facilitator's hands: one more, a table of them, the list. */

import { useState } from "preact/hooks";
import { listed } from "../../view";
import { Problem } from "../parts/perform";
import { PasteReadings } from "./paste-readings";
import { ReadingForm } from "./reading-form";
import { ReadingRow } from "./reading-row";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

const SOME = 10;

export function Readings({ id, experiment }: { id: string; experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const [most, setMost] = useState(SOME);
  const decided = experiment.stage === "decided";
  const all = listed(experiment.readings).sort(([, one], [, other]) =>
    one.date < other.date ? 1 : one.date > other.date ? -1 : 0,
  );
  return (
    <section class="readings" data-thing={`readings-${id}`}>
      <h4>{words("experiments.readings", { n: all.length })}</h4>
      {!decided && (
        <>
          {!experiment.started && <p class="note">{words("experiments.readings.before")}</p>}
          <ReadingForm id={id} experiment={experiment} />
          <PasteReadings id={id} experiment={experiment} />
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
          />
        ))}
      </ul>
      {all.length > most && (
        <button class="quiet" onClick={() => setMost(most + 50)}>
          {words("experiments.more", { n: all.length - most })}
        </button>
      )}
    </section>
  );
}
