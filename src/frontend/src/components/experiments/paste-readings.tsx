/** A table of readings, pasted: what would be taken is shown before anything is sent. */

import { useId } from "../../use-id";
import { useDraft } from "../parts/draft";
import { useFold } from "../parts/fold";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { rowsOf, type NewReading, type Row } from "./paste";
import { useExperimentsHost } from "./use-experiments";
import { BATCH, type Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

/** Of what cannot be taken, so many lines are shown. */
const SOME = 10;

export function PasteReadings({ id, experiment }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const place = `paste-${id}`;
  const draft = useDraft(place);
  const fold = useFold(draft.text !== "");
  const field = useId();
  const counted = experiment.plan?.measure?.form === "count";
  const rows = rowsOf(draft.text, counted);
  const taken = rows.flatMap(({ reading }) => reading ?? []);
  // In pieces that hold up nobody. What is kept leaves the box: the rest stays for another try.
  const sending = useOnce(async () => {
    const wish = { kind: "experiments.record_readings", activity: host.id, experiment: id };
    for (let at = 0; at < taken.length; at += BATCH) {
      const readings = taken.slice(at, at + BATCH);
      if (!(await perform(place, { ...wish, readings }))) return;
      draft.write(linesOf(rows, taken.slice(at + BATCH)));
    }
    host.announce(words("experiments.paste.saved", { n: taken.length }));
  });
  return (
    <details class="ending" data-thing={place} {...fold.details}>
      <summary>{words("experiments.paste")}</summary>
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
      <Preview rows={rows} taken={taken.length} />
      <Problem at={place} />
      {taken.length > 0 && (
        <button type="button" aria-disabled={sending.busy} onClick={sending.run}>
          {words("experiments.paste.take", { n: taken.length })}
        </button>
      )}
    </details>
  );
}

function Preview({ rows, taken }: { rows: readonly Row[]; taken: number }) {
  const { words } = useExperimentsHost();
  const refused = rows.filter(({ problem }) => problem);
  return (
    <div class="preview" role="status">
      {rows.length > 0 && <p>{words("experiments.paste.preview", { n: taken })}</p>}
      {refused.length > 0 && (
        <>
          <p>{words("experiments.paste.refused", { n: refused.length })}</p>
          <ul>
            {refused.slice(0, SOME).map(({ line, text, problem }) => (
              <li key={line}>
                {words("experiments.paste.line", { line, text: text.slice(0, 40) })}{" "}
                {words(`experiments.paste.problem.${problem}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What is left in the box: lines that could not be taken, and those not yet sent. */
function linesOf(rows: readonly Row[], left: readonly NewReading[]): string {
  const stays = new Set(left);
  return rows
    .filter(({ reading }) => reading === undefined || stays.has(reading))
    .map(({ text }) => text)
    .join("\n");
}
