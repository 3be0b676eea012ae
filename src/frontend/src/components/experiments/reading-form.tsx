/** One reading: its day, its number, or how many of how many. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { Problem, usePerform } from "../parts/perform";
import { TextInput } from "../parts/text-input";
import { today } from "../parts/dates";
import { numberOf, type Problems } from "./plan-fields";
import { useProblem } from "./plan-form";
import { isCounted, SideFields, sideOf, type Side } from "./reading-side";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

interface Fields extends Side {
  readonly date: string;
  readonly value: string;
  readonly of: string;
}

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  /** What is put right; a new one unless given. */
  readonly known?: { readonly id: string; readonly reading: Reading };
  readonly onDone?: () => void;
}

export function ReadingForm({ id, experiment, known, onDone }: Props) {
  const { now: clock, words } = useExperimentsHost();
  const place = known ? `reading-${known.id}` : `new-reading-${id}`;
  const field = useId();
  const [now, setNow] = useState<Fields>(() => fieldsOf(known?.reading, today(clock())));
  const [tried, setTried] = useState(false);
  const write = (change: Partial<Fields>) => setNow({ ...now, ...change });
  const problems = problemsOf(now, isCounted(experiment, now));
  const keep = useKeep({ id, experiment, known, place });
  const send = async () => {
    const fine = Object.keys(problems).length === 0;
    setTried(!fine);
    if (!known || !fine) document.getElementById(field)?.focus();
    if (!fine || !(await keep(now))) return;
    write({ value: "", of: "" });
    onDone?.();
  };
  return (
    <form
      class="reading-form"
      data-thing={place}
      onSubmit={(event) => (event.preventDefault(), void send())}
    >
      <div class="fields-row">
        <Numbers
          experiment={experiment}
          now={now}
          write={write}
          problems={tried ? problems : {}}
          fieldId={field}
        />
        <SideFields experiment={experiment} side={now} onSide={write} />
      </div>
      <Problem at={place} />
      <div class="row">
        <button type="submit">
          {words(known ? "experiments.reading.correct.save" : "experiments.reading.add")}
        </button>
        {onDone && (
          <button type="button" class="quiet" onClick={onDone}>
            {words("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

interface NumbersProps {
  readonly experiment: Experiment;
  readonly now: Fields;
  readonly write: (change: Partial<Fields>) => void;
  readonly problems: Problems;
  readonly fieldId: string;
}

function Numbers({ experiment, now, write, problems, fieldId }: NumbersProps) {
  const { words } = useExperimentsHost();
  const counted = isCounted(experiment, now);
  return (
    <>
      <TextInput
        label={words("experiments.reading.date")}
        type="date"
        required
        value={now.date}
        onText={(date) => write({ date })}
      />
      <TextInput
        label={words(counted ? "experiments.reading.count" : "experiments.reading.value")}
        required
        fieldId={fieldId}
        value={now.value}
        problem={useProblem(problems["value"])}
        onText={(value) => write({ value })}
      />
      {counted && (
        <TextInput
          label={words("experiments.reading.of")}
          required
          value={now.of}
          problem={useProblem(problems["of"])}
          onText={(of) => write({ of })}
        />
      )}
    </>
  );
}

/** Sends a new reading, or the one that is put right. */
function useKeep({ id, known, place }: Props & { place: string }) {
  const host = useExperimentsHost();
  const perform = usePerform();
  return async (fields: Fields): Promise<boolean> => {
    const reading = readingOf(fields);
    const wish = known
      ? { kind: "experiments.correct_reading", reading: known.id, corrected: reading }
      : { kind: "experiments.record_readings", readings: [reading] };
    const kept = await perform(place, { ...wish, activity: host.id, experiment: id });
    if (kept) host.announce(host.words("experiments.reading.saved"));
    return kept;
  };
}

function fieldsOf(reading: Reading | undefined, day: string): Fields {
  return {
    date: reading?.date ?? day,
    value: reading ? String(reading.value) : "",
    of: reading?.of === undefined ? "" : String(reading.of),
    arm: reading?.arm ?? "",
    guardrail: reading?.guardrail ?? "",
  };
}

function problemsOf({ value, of }: Fields, counted: boolean): Problems {
  const wrong = (text: string) => numberOf(text, false) === undefined;
  return {
    ...(wrong(value) ? { value: "number" as const } : {}),
    ...(counted && wrong(of) ? { of: "number" as const } : {}),
  };
}

function readingOf({ date, value, of, ...side }: Fields) {
  const whole = numberOf(of, false);
  return {
    date,
    value: numberOf(value, false) ?? 0,
    ...(whole === undefined ? {} : { of: Math.round(whole) }),
    ...sideOf(side),
  };
}
