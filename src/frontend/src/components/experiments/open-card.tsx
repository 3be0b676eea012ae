/** A card that is not locked yet: write it, plan it, start it, or take it away. */

import { useRef, useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
import { PlanForm } from "./plan-form";
import { fieldsOf, lackingIn, planOf, type PlanFields } from "./plan-fields";
import { useChecked } from "./use-checked";
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
  const { form, problems, check } = useChecked(now);
  const save = async () => {
    if (!check()) return false;
    const kept = await perform(place, {
      kind: "experiments.change_plan",
      ...about,
      plan: planOf(now),
    });
    if (kept) clear();
    if (kept) host.announce(words("experiments.card.saved"));
    return kept;
  };
  const start = async () => {
    if (await save()) await perform(place, { kind: "experiments.start_experiment", ...about });
  };
  return (
    <form
      class="card-form"
      ref={form}
      data-thing={`plan-${id}`}
      onSubmit={(event) => (event.preventDefault(), void save())}
    >
      <PlanForm fields={now} onFields={write} problems={problems} />
      <div class="row">
        <button class="primary" type="submit">
          {words("experiments.card.save")}
        </button>
        <Elsewhere id={id} experiment={experiment} />
      </div>
      <Start fields={now} onStart={() => void start()} />
    </form>
  );
}

/** To the planned ones or back to the ideas, or off the board. */
function Elsewhere({ id, experiment }: Props) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const { title } = experiment;
  const stage = experiment.stage === "idea" ? "planned" : "idea";
  const wish = (kind: string, more = {}) =>
    void perform(`card-${id}`, { kind, activity: host.id, experiment: id, ...more });
  return (
    <>
      <button
        type="button"
        data-act="move"
        onClick={() => wish("experiments.move_experiment", { stage })}
      >
        {words(`experiments.move.${stage}`)}
      </button>
      <Removal
        text={title}
        question={words("experiments.remove.ask")}
        word={words("experiments.remove")}
        label={words("experiments.remove.label", { title })}
        onRemove={() => wish("experiments.remove_experiment")}
      />
    </>
  );
}

/** Starting locks the card, so it is asked once; and before, what the card still lacks is said. */
function Start({ fields, onStart }: { fields: PlanFields; onStart: () => void }) {
  const { words } = useExperimentsHost();
  const [asking, setAsking] = useState(false);
  const lacking = lackingIn(fields);
  const note = useRef<HTMLParagraphElement>(null);
  const begin = () => (lacking.length > 0 ? note.current?.focus() : setAsking(true));
  return (
    <div class="start" data-thing="start">
      {asking ? (
        <Ask
          question={words("experiments.start.ask")}
          detail={words("experiments.start.detail")}
          yes={words("experiments.start.yes")}
          onYes={() => (setAsking(false), onStart())}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="button" data-act="start" onClick={begin}>
          {words("experiments.start")}
        </button>
      )}
      {lacking.length > 0 && (
        <p class="note" ref={note} tabIndex={-1}>
          {words("experiments.lacking", {
            what: lacking.map((name) => words(`experiments.lacking.${name}`)).join(", "),
          })}
        </p>
      )}
    </div>
  );
}
