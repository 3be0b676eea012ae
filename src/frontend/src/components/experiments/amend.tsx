/** A new version of a locked card, with the reason that everyone will see. */

import { useFormDraft } from "../parts/draft";
import { useFold } from "../parts/fold";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { PlanForm } from "./plan-form";
import { fieldsOf, planOf, type PlanFields } from "./plan-fields";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Fields extends PlanFields {
  readonly reason: string;
}

export function Amend({ id, experiment }: { id: string; experiment: Experiment }) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const fold = useFold();
  const place = `amend-${id}`;
  const start: Fields = { ...fieldsOf(experiment.plan), reason: "" };
  const { now, write, clear } = useFormDraft<Fields>(place, start);
  const saving = useOnce(async () => {
    const plan = planOf(now, experiment.plan);
    const wish = { kind: "experiments.amend_plan", activity: host.id, experiment: id, plan };
    if (!(await perform(place, { ...wish, reason: now.reason.trim() }))) return;
    clear();
    fold.close();
    host.announce(words("experiments.amend.saved"));
  });
  return (
    <details class="ending" data-thing={place} {...fold.details}>
      <summary>{words("experiments.amend")}</summary>
      {fold.open && (
        <form class="card-form" onSubmit={(event) => (event.preventDefault(), saving.run())}>
          <p class="note">{words("experiments.amend.why")}</p>
          <Sentence
            label={words("experiments.amend.reason")}
            value={now.reason}
            onText={(reason) => write({ ...now, reason })}
          />
          <PlanForm fields={now} onFields={(fields) => write({ ...now, ...fields })} />
          <Problem at={place} />
          <button class="primary" type="submit" aria-disabled={saving.busy}>
            {words("experiments.amend.save")}
          </button>
        </form>
      )}
    </details>
  );
}
