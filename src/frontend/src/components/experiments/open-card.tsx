/** A card that is not locked yet: write it, plan it, start it, or take it away. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { PlanForm } from "./plan-form";
import { fieldsOf, planOf, type PlanFields } from "./plan-fields";
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
  const place = `card-${id}`;
  const about = { activity: host.id, experiment: id };
  const { now, write, clear } = useFormDraft<PlanFields>(`plan-${id}`, fieldsOf(experiment.plan));
  const save = async () => {
    const plan = planOf(now, experiment.plan);
    const kept = await perform(place, { kind: "experiments.change_plan", ...about, plan });
    if (kept) clear();
    if (kept) host.announce(words("experiments.card.saved"));
    return kept;
  };
  const start = async () => {
    if (await save()) await perform(place, { kind: "experiments.start_experiment", ...about });
  };
  const stage = experiment.stage === "idea" ? "planned" : "idea";
  const move = () => void perform(place, { kind: "experiments.move_experiment", ...about, stage });
  return (
    <form
      class="card-form"
      data-thing={`plan-${id}`}
      onSubmit={(event) => (event.preventDefault(), void save())}
    >
      <PlanForm fields={now} onFields={write} />
      <div class="row">
        <button class="primary" type="submit">
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
      <Start onStart={() => void start()} />
    </form>
  );
}

/** Starting locks the card, so it is asked once. */
function Start({ onStart }: { onStart: () => void }) {
  const { words } = useExperimentsHost();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" data-act="start" onClick={() => setAsking(true)}>
        {words("experiments.start")}
      </button>
    );
  return (
    <Ask
      question={words("experiments.start.ask")}
      detail={words("experiments.start.detail")}
      yes={words("experiments.start.yes")}
      onYes={() => (setAsking(false), onStart())}
      onNo={() => setAsking(false)}
    />
  );
}
