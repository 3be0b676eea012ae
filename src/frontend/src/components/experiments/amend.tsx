/** A new version of a locked card, with the reason that everyone will see. */

import { useState } from "preact/hooks";
import { useFormDraft } from "../parts/draft";
import { Problem, usePerform } from "../parts/perform";
import { PlanForm } from "./plan-form";
import { fieldsOf, planOf, type PlanFields } from "./plan-fields";
import { Sentence } from "./sentence";
import { useChecked } from "./use-checked";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Fields extends PlanFields {
  readonly reason: string;
}

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

export function Amend({ id, experiment }: Props) {
  const { words } = useExperimentsHost();
  const [open, setOpen] = useState(false);
  return (
    <details
      class="ending"
      data-thing={`amend-${id}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words("experiments.amend")}</summary>
      {open && <AmendForm id={id} experiment={experiment} onDone={() => setOpen(false)} />}
    </details>
  );
}

function AmendForm({ id, experiment, onDone }: Props & { onDone: () => void }) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const place = `amend-${id}`;
  const start: Fields = { ...fieldsOf(experiment.plan), reason: "" };
  const { now, write, clear } = useFormDraft<Fields>(place, start);
  const { form, problems, check } = useChecked(now);
  const save = async () => {
    if (!check()) return;
    const [plan, reason] = [planOf(now), now.reason.trim()];
    const wish = { kind: "experiments.amend_plan", activity: host.id, experiment: id };
    if (!(await perform(place, { ...wish, plan, reason }))) return;
    clear();
    onDone();
    host.announce(words("experiments.amend.saved"));
  };
  return (
    <form class="card-form" ref={form} onSubmit={(event) => (event.preventDefault(), void save())}>
      <p class="note">{words("experiments.amend.why")}</p>
      <Known experiment={experiment} />
      <Sentence
        label={words("experiments.amend.reason")}
        value={now.reason}
        onText={(reason) => write({ ...now, reason })}
      />
      <PlanForm
        fields={now}
        onFields={(fields) => write({ ...now, ...fields })}
        problems={problems}
      />
      <Problem at={place} />
      <button class="primary" type="submit">
        {words("experiments.amend.save")}
      </button>
    </form>
  );
}

/** Whoever moves a line after seeing readings should know that all will see that they had. */
function Known({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const { progress = 0, counted = false } = experiment;
  if (progress === 0) return null;
  const key = counted ? "experiments.amend.known.cases" : "experiments.amend.known";
  return <p class="hint">{words(key, { n: progress })}</p>;
}
