/** One reading: its day, its number, or how many of how many. */

import { useId } from "../../use-id";
import { today } from "../parts/dates";
import { useFormDraft } from "../parts/draft";
import { Problem, usePerform } from "../parts/perform";
import { TextInput } from "../parts/text-input";
import { NumberInput } from "./number-input";
import { readingFields, readingOf, type ReadingFields } from "./reading-fields";
import { isCounted, SideFields } from "./reading-side";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  /** What is put right; a new one unless given. */
  readonly known?: { readonly id: string; readonly reading: Reading; readonly label: string };
  readonly onDone?: () => void;
}

export function ReadingForm({ id, experiment, known, onDone }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const number = useId();
  const place = known ? `reading-${known.id}` : `new-reading-${id}`;
  const start = readingFields(known?.reading, today(host.now()));
  const { now, write, clear } = useFormDraft<ReadingFields>(place, start);
  const counted = isCounted(experiment, now);
  const change = (fields: Partial<ReadingFields>) => write({ ...now, ...fields });
  const about = { activity: host.id, experiment: id };
  const reading = readingOf(now, counted);
  const done = () => (clear(), onDone?.());
  const correct = async (which: string) => {
    const wish = { kind: "experiments.correct_reading", reading: which, corrected: reading };
    if (!(await perform(place, { ...wish, ...about }))) return;
    host.announce(words("experiments.reading.saved"));
    done();
  };
  // Emptied at once for the next one, so that nothing goes twice; what is refused comes back.
  const add = async () => {
    change({ value: "", of: "" });
    document.getElementById(number)?.focus();
    const wish = { kind: "experiments.record_readings", readings: [reading] };
    if (await perform(place, { ...wish, ...about }))
      host.announce(words("experiments.reading.saved"));
    else write(now);
  };
  return (
    <form
      class="reading-form"
      {...(known ? { "aria-label": known.label } : { "data-thing": place })}
      onSubmit={(event) => (event.preventDefault(), void (known ? correct(known.id) : add()))}
    >
      <div class="fields-row">
        <TextInput
          label={words("experiments.reading.date")}
          type="date"
          required
          value={now.date}
          onText={(date) => change({ date })}
        />
        <NumberInput
          label={words(counted ? "experiments.reading.count" : "experiments.reading.value")}
          fieldId={number}
          required
          value={now.value}
          onText={(value) => change({ value })}
        />
        {counted && (
          <NumberInput
            label={words("experiments.reading.of")}
            required
            value={now.of}
            onText={(of) => change({ of })}
          />
        )}
        <SideFields experiment={experiment} side={now} onSide={change} />
      </div>
      <Problem at={place} />
      <div class="row">
        <button type="submit">
          {words(known ? "experiments.reading.correct.save" : "experiments.reading.add")}
        </button>
        {known && (
          <button type="button" class="quiet" onClick={done}>
            {words("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
