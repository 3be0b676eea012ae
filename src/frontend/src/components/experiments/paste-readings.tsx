/** A table of readings, pasted: what would be taken is shown before anything is sent. */

import { useMemo, useState } from "preact/hooks";
import { useId } from "../../use-id";
import { listed } from "../../view";
import { today } from "../parts/dates";
import { useDraft } from "../parts/draft";
import { useFold } from "../parts/fold";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { nameOf, rowsOf, type NewReading, type Row } from "./paste";
import { PastePreview } from "./paste-preview";
import { isCounted, SideFields, sideOf, type Side } from "./reading-side";
import { useExperimentsHost } from "./use-experiments";
import { BATCH, type Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  /** Readings on their way: they are not there yet. */
  readonly pending: ReadonlySet<string>;
}

export function PasteReadings(props: Props) {
  const { drafts, words } = useExperimentsHost();
  const place = `paste-${props.id}`;
  const fold = useFold(drafts.read(place) !== "");
  return (
    <details class="ending" data-thing={place} {...fold.details}>
      <summary>{words("experiments.paste")}</summary>
      <PasteForm {...props} place={place} />
    </details>
  );
}

function PasteForm({ id, experiment, pending, place }: Props & { place: string }) {
  const { words } = useExperimentsHost();
  const draft = useDraft(place);
  const [side, setSide] = useState<Side>({ arm: "", guardrail: "" });
  const field = useId();
  const counted = isCounted(experiment, side);
  const rows = useRows(draft.text, { id, experiment, pending }, side);
  const taken = rows.flatMap(({ reading }) => reading ?? []);
  const keep = useKeep(id, place, side);
  const sending = useOnce(() => keep(taken, (left) => draft.write(linesOf(rows, left))));
  return (
    <>
      <SideFields
        experiment={experiment}
        side={side}
        onSide={(change) => setSide({ ...side, ...change })}
      />
      <label for={field}>
        {words(counted ? "experiments.paste.counts" : "experiments.paste.values")}
      </label>
      <textarea
        id={field}
        rows={4}
        value={draft.text}
        readOnly={sending.busy}
        placeholder={counted ? "2026-05-04; 12; 40" : "2026-05-04; 12.5"}
        onInput={(event) => draft.write(event.currentTarget.value)}
      />
      <p class="note">{words("experiments.paste.how")}</p>
      <PastePreview rows={rows} experiment={experiment} side={side} />
      <Problem at={place} />
      {taken.length > 0 && (
        <button type="button" data-act="take" aria-disabled={sending.busy} onClick={sending.run}>
          {words("experiments.paste.take", { n: taken.length })}
        </button>
      )}
    </>
  );
}

/** What the lines hold, but for what is there already: a table pasted twice counts once. */
function useRows(text: string, { experiment, pending }: Props, side: Side): readonly Row[] {
  const { now } = useExperimentsHost();
  const { readings } = experiment;
  const counted = isCounted(experiment, side);
  const { guardrail } = side;
  return useMemo(() => {
    const there = listed(readings).filter(
      ([id, reading]) => !pending.has(id) && (reading.guardrail ?? "") === guardrail,
    );
    const known = new Set(there.map(([, reading]) => nameOf(reading)));
    return rowsOf(text, { counted, today: today(now()), known });
  }, [text, readings, pending, counted, guardrail]);
}

/** In pieces that hold up nobody. What is kept leaves the box: the rest stays for another try. */
function useKeep(id: string, place: string, side: Side) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const wish = { kind: "experiments.record_readings", activity: host.id, experiment: id };
  return async (
    taken: readonly NewReading[],
    onLeft: (left: readonly NewReading[]) => void,
  ): Promise<void> => {
    for (let at = 0; at < taken.length; at += BATCH) {
      const piece = taken.slice(at, at + BATCH).map((each) => ({ ...each, ...sideOf(side) }));
      if (!(await perform(place, { ...wish, readings: piece }))) return;
      onLeft(taken.slice(at + BATCH));
    }
    host.announce(host.words("experiments.paste.saved", { n: taken.length }));
  };
}

/** What is left in the box: lines that could not be taken, and those not yet sent. */
function linesOf(rows: readonly Row[], left: readonly NewReading[]): string {
  const stays = new Set(left);
  return rows
    .filter(({ reading, problem }) => (reading ? stays.has(reading) : problem !== "known"))
    .map(({ text }) => text)
    .join("\n");
}
