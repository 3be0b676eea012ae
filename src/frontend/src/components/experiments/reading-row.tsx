/** One reading of the list, to be put right or taken out; the log keeps what it was. */

import { useState } from "preact/hooks";
import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { day } from "../parts/text";
import { numberText } from "./numbers";
import { ReadingForm } from "./reading-form";
import { useScale } from "./sheet";
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
  const said = useSaid(reading, experiment);
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

function useSaid(reading: Reading, experiment: Experiment): string {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const { date, value, of, arm, guardrail, corrected = 0 } = reading;
  const guard = experiment.plan?.guardrails.find(({ id }) => id === guardrail);
  const level =
    of === undefined
      ? numberText(value, guard ? { ...scale, share: false, unit: guard.unit ?? "" } : scale)
      : words("experiments.reading.of.said", { value, of, share: shareText(value, of, scale) });
  const notes = [
    guard?.name,
    arm === "control" && !guardrail && words("experiments.arm.control"),
    corrected > 0 && words("experiments.reading.corrected"),
  ].filter(Boolean);
  return [`${day(date, lang)}: ${level}`, ...notes].join(" · ");
}

function shareText(value: number, of: number, scale: ReturnType<typeof useScale>): string {
  return of > 0 ? numberText(value / of, scale) : "–";
}
