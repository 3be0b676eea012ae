/** The decision and the learning card: we believed, we observed, so we learned, therefore we will. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { TextInput } from "../parts/text-input";
import { ChoiceOption } from "./choice-option";
import { hasStarted } from "./order";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import { useFound } from "./verdict";
import { CHOICES, type Choice, type Experiment } from "./view";

const SENTENCES = ["believed", "observed", "learned", "therefore"] as const;

interface Fields {
  readonly choice: Choice | "";
  readonly believed: string;
  readonly observed: string;
  readonly learned: string;
  readonly therefore: string;
  readonly review: string;
  readonly planned: string;
}

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
}

export function DecisionForm({ id, experiment }: Props) {
  const { words } = useExperimentsHost();
  const { now, write, saving } = useDecision({ id, experiment });
  const started = hasStarted(experiment);
  const [asking, setAsking] = useState(false);
  const goesOn = now.choice === "keep_testing";
  // What ends an experiment cannot be taken back, so it is asked once.
  const submit = () => (goesOn ? saving.run() : setAsking(true));
  return (
    <form
      class="panel card-form"
      data-thing="decision"
      onSubmit={(event) => (event.preventDefault(), submit())}
    >
      <h3>{words("experiments.decision.form")}</h3>
      <Radios
        legend={words("experiments.decision")}
        options={(started ? CHOICES : (["abandon"] as const)).map((each) => ({
          id: each,
          label: <ChoiceOption choice={each} />,
        }))}
        chosen={now.choice || undefined}
        required
        onChoose={(choice) => write({ ...now, choice: choice as Choice })}
      />
      {goesOn && <GoingOn now={now} write={write} experiment={experiment} />}
      {SENTENCES.map((name) => (
        <Sentence
          key={name}
          label={words(`experiments.learning.${name}`)}
          value={now[name]}
          required={started && name === "learned"}
          onText={(text) => write({ ...now, [name]: text })}
        />
      ))}
      <Problem at={`decision-${id}`} />
      <button
        class="primary"
        type="submit"
        data-act="save"
        aria-expanded={asking}
        aria-disabled={saving.busy}
      >
        {words("experiments.decision.save")}
      </button>
      {asking && (
        <Ask
          question={words("experiments.decision.ask")}
          detail={words("experiments.decision.ask.detail")}
          yes={words("experiments.decision.save")}
          onYes={() => (setAsking(false), saving.run())}
          onNo={() => setAsking(false)}
        />
      )}
    </form>
  );
}

/** The draft of a decision, begun with what is known already; and how it is saved. */
function useDecision({ id, experiment }: Props) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const { now, write, clear } = useFormDraft<Fields>(`decision-${id}`, {
    choice: hasStarted(experiment) ? "" : "abandon",
    believed: experiment.plan?.belief ?? "",
    observed: useFound(experiment),
    learned: "",
    therefore: "",
    review: "",
    planned: String(experiment.needed ?? ""),
  });
  const saving = useOnce(async () => {
    const { choice, review, planned, ...learning } = now;
    const going = choice === "keep_testing" ? { review, planned: Number(planned) || 0 } : {};
    const wish = { kind: "experiments.decide_experiment", activity: host.id, experiment: id };
    if (!(await perform(`decision-${id}`, { ...wish, choice, learning, ...going }))) return;
    clear();
    host.announce(host.words("experiments.decision.saved"));
  });
  return { now, write, saving };
}

interface GoingOnProps {
  readonly now: Fields;
  readonly write: (fields: Fields) => void;
  readonly experiment: Experiment;
}

/** To keep testing needs another day to look, and perhaps more readings. */
function GoingOn({ now, write, experiment }: GoingOnProps) {
  const { words } = useExperimentsHost();
  const needed = experiment.counted ? "experiments.needed.cases" : "experiments.needed";
  return (
    <div class="fields-row">
      <TextInput
        label={words("experiments.review.next")}
        type="date"
        value={now.review}
        onText={(review) => write({ ...now, review })}
        required
      />
      <TextInput
        label={words(needed)}
        type="number"
        whole
        value={now.planned}
        hint={words("experiments.needed.all")}
        onText={(planned) => write({ ...now, planned })}
      />
    </div>
  );
}
