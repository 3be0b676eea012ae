/** What is never locked: the name, who looks after it, the goal it serves, and who stands behind it. */

import { useFormDraft } from "../parts/draft";
import { useFold } from "../parts/fold";
import { useOnce } from "../parts/once";
import { Problem, usePerform } from "../parts/perform";
import { TextInput } from "../parts/text-input";
import { Select } from "./select";
import { Sentence } from "./sentence";
import { useExperimentsHost } from "./use-experiments";
import { OWNER_LIMIT, TEXT_LIMIT, TITLE_LIMIT, type Experiment } from "./view";

interface Fields {
  readonly title: string;
  readonly owner: string;
  readonly serves: string;
  readonly approved_by: string;
  readonly risks: string;
  readonly personal_data: string;
  readonly stop_if: string;
}

export function About({ id, experiment }: { id: string; experiment: Experiment }) {
  const host = useExperimentsHost();
  const { words } = host;
  const perform = usePerform();
  const fold = useFold();
  const place = `about-${id}`;
  const { now, write, clear } = useFormDraft<Fields>(place, fieldsOf(experiment));
  const saving = useOnce(async () => {
    const { title, owner, serves, ...governance } = now;
    const wish = { kind: "experiments.edit_experiment", activity: host.id, experiment: id };
    if (!(await perform(place, { ...wish, title, owner, serves, governance }))) return;
    clear();
    fold.close();
    host.announce(words("experiments.card.saved"));
  });
  const each = (key: keyof Fields) => ({
    label: words(`experiments.${key}`),
    value: now[key],
    onText: (text: string) => write({ ...now, [key]: text }),
  });
  return (
    <details class="ending" data-thing={place} {...fold.details}>
      <summary>{words("experiments.about")}</summary>
      {fold.open && (
        <form class="card-form" onSubmit={(event) => (event.preventDefault(), saving.run())}>
          <TextInput {...each("title")} limit={TITLE_LIMIT} required />
          <TextInput {...each("owner")} limit={OWNER_LIMIT} />
          <TextInput {...each("serves")} limit={TEXT_LIMIT} />
          <TextInput {...each("approved_by")} limit={OWNER_LIMIT} />
          <Sentence {...each("risks")} />
          <Select
            label={words("experiments.personal_data")}
            value={now.personal_data}
            options={(["", "no", "yes"] as const).map((one) => [
              one,
              words(`experiments.personal_data.${one || "unsaid"}`),
            ])}
            onChoose={(personal_data) => write({ ...now, personal_data })}
          />
          <Sentence {...each("stop_if")} />
          <Problem at={place} />
          <button class="primary" type="submit" aria-disabled={saving.busy}>
            {words("save")}
          </button>
        </form>
      )}
    </details>
  );
}

function fieldsOf({ title, owner, serves, governance }: Experiment): Fields {
  return {
    title,
    owner: owner ?? "",
    serves: serves ?? "",
    approved_by: governance?.approved_by ?? "",
    risks: governance?.risks ?? "",
    personal_data: governance?.personal_data ?? "",
    stop_if: governance?.stop_if ?? "",
  };
}
