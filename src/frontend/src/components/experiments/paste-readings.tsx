/** A table of readings, pasted: what would be taken is shown before anything is sent. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { listed } from "../../view";
import { today } from "../parts/dates";
import { useDraft } from "../parts/draft";
import { Problem, usePerform } from "../parts/perform";
import { nameOf, rowsOf, type NewReading, type Row } from "./paste";
import { PastePreview } from "./paste-preview";
import { isCounted, SideFields, sideOf, type Side } from "./reading-side";
import { useExperimentsHost } from "./use-experiments";
import { BATCH, type Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

export function PasteReadings({ id, experiment }: Props) {
  const { drafts, words } = useExperimentsHost();
  const place = `paste-${id}`;
  const [begun] = useState(() => drafts.read(place) !== "");
  return (
    <details class="ending" data-thing={place} open={begun}>
      <summary>{words("experiments.paste")}</summary>
      <PasteForm id={id} experiment={experiment} place={place} />
    </details>
  );
}

function PasteForm({ id, experiment, place }: Props & { place: string }) {
  const { words } = useExperimentsHost();
  const draft = useDraft(place);
  const [side, setSide] = useState<Side>({ arm: "", guardrail: "" });
  const field = useId();
  const counted = isCounted(experiment, side);
  const rows = useRows(draft.text, experiment, side);
  const taken = rows.flatMap(({ reading }) => reading ?? []);
  const { sent, send } = useSending(id, place, side);
  const take = async () => {
    const left = await send(taken);
    draft.write(linesOf(rows, left));
  };
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
        placeholder={counted ? "2026-05-04; 12; 40" : "2026-05-04; 12.5"}
        onInput={(event) => draft.write(event.currentTarget.value)}
      />
      <p class="note">{words("experiments.paste.how")}</p>
      <PastePreview rows={rows} experiment={experiment} side={side} />
      <p class="note" role="status">
        {sent !== undefined && words("experiments.paste.sent", { n: sent, all: taken.length })}
      </p>
      <Problem at={place} />
      {taken.length > 0 && (
        <button aria-disabled={sent !== undefined} data-act="take" onClick={() => void take()}>
          {words("experiments.paste.take", { n: taken.length })}
        </button>
      )}
    </>
  );
}

/** What the lines hold, but for what is there already: a table pasted twice counts once. */
function useRows(text: string, experiment: Experiment, side: Side): Row[] {
  const { now } = useExperimentsHost();
  const ours = listed(experiment.readings).filter(
    ([, { guardrail = "" }]) => guardrail === side.guardrail,
  );
  return rowsOf(text, {
    counted: isCounted(experiment, side),
    today: today(now()),
    known: new Set(ours.map(([, reading]) => nameOf(reading))),
  });
}

/** Sends piece by piece; the result is what was not kept, none if all went well. */
function useSending(id: string, place: string, side: Side) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const [sent, setSent] = useState<number>();
  const wish = { kind: "experiments.record_readings", activity: host.id, experiment: id };
  const send = async (taken: readonly NewReading[]): Promise<readonly NewReading[]> => {
    if (sent !== undefined) return taken;
    let at = 0;
    for (; at < taken.length; at += BATCH) {
      setSent(at);
      const piece = taken.slice(at, at + BATCH).map((each) => ({ ...each, ...sideOf(side) }));
      if (!(await perform(place, { ...wish, readings: piece }))) break;
    }
    setSent(undefined);
    const kept = Math.min(at, taken.length);
    if (kept > 0) host.announce(host.words("experiments.paste.saved", { n: kept }));
    return taken.slice(at);
  };
  return { sent, send };
}

/** What stays in the box: lines that could not be taken, and those not kept. */
function linesOf(rows: readonly Row[], left: readonly NewReading[]): string {
  return rows
    .filter(({ reading, problem }) => (reading ? left.includes(reading) : problem !== "known"))
    .map(({ text }) => text)
    .join("\n");
}
