/** One reading of the list, to be put right or taken out; the log keeps what it was. */

import { useState } from "preact/hooks";
import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { ReadingForm } from "./reading-form";
import { useReadingText } from "./reading-text";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

interface Props {
  readonly id: string;
  readonly readingId: string;
  readonly reading: Reading;
  readonly experiment: Experiment;
  readonly fixed: boolean;
  /** On its way to the room. */
  readonly pending: boolean;
}

export function ReadingRow({ id, readingId, reading, experiment, fixed, pending }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const [changing, setChanging] = useState(false);
  const said = useReadingText(experiment)(reading);
  const correct = words("experiments.reading.correct.label", { reading: said });
  const withdraw = () =>
    void perform(`readings-${id}`, {
      kind: "experiments.withdraw_reading",
      activity: host.id,
      experiment: id,
      reading: readingId,
    });
  if (changing)
    return (
      <li data-thing={readingId}>
        <ReadingForm
          id={id}
          experiment={experiment}
          known={{ id: readingId, reading, label: correct }}
          onDone={() => setChanging(false)}
        />
      </li>
    );
  return (
    <li class={pending ? "pending" : ""} data-thing={readingId}>
      <span>{said}</span>
      {pending && <span class="note">{words("sending")}</span>}
      {!fixed && !pending && (
        <span class="row">
          <button
            class="quiet small"
            data-act="correct"
            aria-label={correct}
            onClick={() => setChanging(true)}
          >
            {words("experiments.reading.correct")}
          </button>
          <Removal
            text={said}
            question={words("experiments.reading.withdraw.ask")}
            word={words("experiments.reading.withdraw")}
            label={words("experiments.reading.withdraw.label", { reading: said })}
            onRemove={withdraw}
          />
        </span>
      )}
    </li>
  );
}
