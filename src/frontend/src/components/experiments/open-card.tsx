/** A card that is not locked yet: write it, plan it, start it, or take it away. */

import { useRef, useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { useOnce } from "../parts/once";
import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { day } from "../parts/text";
import { today } from "../parts/dates";
import { PlanForm } from "./plan-form";
import { fieldsOf, missing, planOf, type PlanFields } from "./plan-fields";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

export function OpenCard({ id, experiment }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const form = useRef<HTMLFormElement>(null);
  const place = `card-${id}`;
  const about = { activity: host.id, experiment: id };
  const { now, write, clear } = useFormDraft<PlanFields>(`plan-${id}`, fieldsOf(experiment.plan));
  const plan = planOf(now, experiment.plan);
  const keep = async () => {
    const kept = await perform(place, { kind: "experiments.change_plan", ...about, plan });
    if (kept) clear();
    return kept;
  };
  const saving = useOnce(async () => {
    if (await keep()) host.announce(words("experiments.card.saved"));
  });
  const starting = useOnce(async () => {
    if (!form.current?.reportValidity() || !(await keep())) return;
    if (!(await perform(place, { kind: "experiments.start_experiment", ...about }))) return;
    const date = day(today(host.now()), host.lang);
    host.announce(words("experiments.locked", { date }));
  });
  const stage = experiment.stage === "idea" ? "planned" : "idea";
  const move = () => void perform(place, { kind: "experiments.move_experiment", ...about, stage });
  return (
    <form
      class="card-form"
      ref={form}
      data-thing={`plan-${id}`}
      onSubmit={(event) => (event.preventDefault(), saving.run())}
    >
      <PlanForm fields={now} onFields={write} />
      <div class="row">
        <button class="primary" type="submit" aria-disabled={saving.busy}>
          {words("experiments.card.save")}
        </button>
        <button type="button" data-act="move" onClick={move}>
          {words(`experiments.move.${stage}`)}
        </button>
        <Removal
          text={experiment.title}
          question={words("experiments.remove.ask")}
          word={words("experiments.remove")}
          label={words("experiments.remove.label", { title: experiment.title })}
          onRemove={() => void perform(place, { kind: "experiments.remove_experiment", ...about })}
        />
      </div>
      <Start lacks={missing(plan)} onStart={starting.run} />
    </form>
  );
}

/** Starting locks the card, so it is asked once; before that it says what the card lacks. */
function Start({ lacks, onStart }: { lacks: readonly string[]; onStart: () => void }) {
  const { words } = useExperimentsHost();
  const [asking, setAsking] = useState(false);
  const what = lacks.map((name) => `“${words(`experiments.${name}`)}”`).join(", ");
  if (what) return <p class="note">{words("experiments.start.lacks", { what })}</p>;
  return (
    <>
      <button type="button" data-act="start" aria-expanded={asking} onClick={() => setAsking(true)}>
        {words("experiments.start")}
      </button>
      {asking && (
        <Ask
          question={words("experiments.start.ask")}
          detail={words("experiments.start.detail")}
          yes={words("experiments.start.yes")}
          onYes={() => (setAsking(false), onStart())}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
