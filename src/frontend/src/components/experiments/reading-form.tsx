/** One reading: its day, its number, or how many of how many. */

import { useState } from "preact/hooks";
import { Problem, usePerform } from "../parts/perform";
import { TextInput } from "../parts/text-input";
import { today } from "../parts/dates";
import { numberOf } from "./plan-fields";
import { Select } from "./plan-form";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

interface Fields {
  readonly date: string;
  readonly value: string;
  readonly of: string;
  readonly arm: string;
  readonly guardrail: string;
}

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  /** What is put right; a new one unless given. */
  readonly known?: { readonly id: string; readonly reading: Reading };
  readonly onDone?: () => void;
}

export function ReadingForm({ id, experiment, known, onDone }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const place = known ? `reading-${known.id}` : `new-reading-${id}`;
  const [now, setNow] = useState<Fields>(() => fieldsOf(known?.reading, today(host.now())));
  const counted = experiment.plan?.measure?.form === "count" && !now.guardrail;
  const write = (change: Partial<Fields>) => setNow({ ...now, ...change });
  const send = async () => {
    const about = { activity: host.id, experiment: id };
    const reading = readingOf(now, counted);
    const wish = known
      ? { kind: "experiments.correct_reading", reading: known.id, corrected: reading }
      : { kind: "experiments.record_readings", readings: [reading] };
    if (!(await perform(place, { ...wish, ...about }))) return;
    host.announce(words("experiments.reading.saved"));
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
          value={now.value}
          onText={(value) => write({ value })}
        />
        {counted && (
          <TextInput
            label={words("experiments.reading.of")}
            required
            value={now.of}
            onText={(of) => write({ of })}
          />
        )}
        <Extra experiment={experiment} now={now} write={write} />
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

interface ExtraProps {
  readonly experiment: Experiment;
  readonly now: Fields;
  readonly write: (change: Partial<Fields>) => void;
}

/** What is asked only where it matters: which side it belongs to, and of which guardrail it is. */
function Extra({ experiment, now, write }: ExtraProps) {
  const { words } = useExperimentsHost();
  const guards = experiment.plan?.guardrails ?? [];
  const change = experiment.plan?.criterion?.compare === "change";
  return (
    <>
      {change && experiment.started && !now.guardrail && (
        <Select
          label={words("experiments.arm")}
          value={now.arm}
          options={["", "trial", "control"].map((arm) => [
            arm,
            words(`experiments.arm.${arm || "by_day"}`),
          ])}
          onChoose={(arm) => write({ arm })}
        />
      )}
      {guards.length > 0 && (
        <Select
          label={words("experiments.reading.what")}
          value={now.guardrail}
          options={[
            ["", experiment.plan?.measure?.name ?? ""],
            ...guards.map(({ id, name }) => [id, name]),
          ]}
          onChoose={(guardrail) => write({ guardrail })}
        />
      )}
    </>
  );
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

/** A text that is no number goes as one that the room refuses in words. */
function readingOf({ date, value, of, arm, guardrail }: Fields, counted: boolean) {
  return {
    date,
    value: numberOf(value, false) ?? -1e300,
    ...(counted ? { of: Math.round(numberOf(of, false) ?? 0) } : {}),
    ...(arm ? { arm } : {}),
    ...(guardrail ? { guardrail } : {}),
  };
}
