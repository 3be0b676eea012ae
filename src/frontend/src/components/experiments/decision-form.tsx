/** The decision and the learning card: we believed, we observed, so we learned, therefore we will. */

import { useFormDraft } from "../parts/draft";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { TextInput } from "../parts/text-input";
import { Sentence } from "./sentence";
import { ChoiceName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { CHOICES, type Choice, type Experiment } from "./view";

const SENTENCES = ["believed", "observed", "learned", "therefore"] as const;

interface Fields {
  readonly choice: Choice | "";
  readonly believed: string;
  readonly observed: string;
  readonly learned: string;
  readonly therefore: string;
  readonly review: string;
}

export function DecisionForm({ id, experiment }: { id: string; experiment: Experiment }) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const started = experiment.stage === "running" || experiment.stage === "review";
  const start: Fields = {
    choice: started ? "" : "abandon",
    believed: experiment.plan?.belief ?? "",
    observed: "",
    learned: "",
    therefore: "",
    review: "",
  };
  const { now, write, clear } = useFormDraft<Fields>(`decision-${id}`, start);
  const saving = useOnce(async () => {
    const { choice, review, ...learning } = now;
    const going = choice === "keep_testing" ? { review } : {};
    const wish = { kind: "experiments.decide_experiment", activity: host.id, experiment: id };
    if (!(await perform(`decision-${id}`, { ...wish, choice, learning, ...going }))) return;
    clear();
    host.announce(words("experiments.decision.saved"));
  });
  const choices = started ? CHOICES : (["abandon"] as const);
  return (
    <form
      class="panel card-form"
      data-thing="decision"
      onSubmit={(event) => (event.preventDefault(), saving.run())}
    >
      <h3>{words("experiments.decision.form")}</h3>
      <Radios
        legend={words("experiments.decision")}
        options={choices.map((each) => ({ id: each, label: <ChoiceName choice={each} /> }))}
        chosen={now.choice || undefined}
        required
        onChoose={(choice) => write({ ...now, choice: choice as Choice })}
      />
      {now.choice === "keep_testing" && (
        <TextInput
          label={words("experiments.review.next")}
          type="date"
          value={now.review}
          onText={(review) => write({ ...now, review })}
          required
        />
      )}
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
      <button class="primary" type="submit" aria-disabled={saving.busy}>
        {words("experiments.decision.save")}
      </button>
    </form>
  );
}
