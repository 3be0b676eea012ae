/** Where an item is written. Its words are kept until the room has them, and come back if refused. */

import { useId } from "../../use-id";
import { useFormDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { NO_FIELDS, wordsOf } from "./fields";
import { ItemForm } from "./item-form";
import { useGoalsHost } from "./use-goals";

export function NewItem({ name }: { name: string }) {
  const host = useGoalsHost();
  const { id: activity, words } = host;
  const id = useId();
  const perform = usePerform();
  const draft = useFormDraft(name, NO_FIELDS);
  const add = async () => {
    const wanted = draft.now;
    document.getElementById(id)?.focus();
    if (!wanted.text.trim()) return;
    draft.write({ ...NO_FIELDS, level: wanted.level });
    host.announce(words("goals.added", { level: words(`goals.level.${wanted.level}`) }));
    const { level } = wanted;
    const wish = { kind: "goals.add_item", activity, level, ...wordsOf(wanted) };
    if (!(await perform(name, wish))) draft.write(wanted);
  };
  return (
    <section class="panel" data-thing={name}>
      <h3>{words("goals.new")}</h3>
      <ItemForm
        place={name}
        draft={draft}
        isNew
        save={words("goals.add")}
        onSave={() => void add()}
        fieldId={id}
      />
    </section>
  );
}
