/** The form in which an item is changed. Whoever opened it gets the focus back. */

import { useReturn } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { fieldsOf, wordsOf } from "./fields";
import { ItemForm } from "./item-form";
import { useGoalsHost } from "./use-goals";
import type { MapItem } from "./view";

interface Props {
  readonly id: string;
  readonly item: MapItem;
  readonly onClose: () => void;
}

export function EditItem({ id, item, onClose }: Props) {
  const host = useGoalsHost();
  const perform = usePerform();
  const back = useReturn();
  const draft = useFormDraft(`edit.${id}`, fieldsOf(item));
  const close = () => {
    draft.clear();
    onClose();
    back();
  };
  const save = async () => {
    const wanted = draft.now;
    if (!wanted.text.trim()) return;
    const wish = { kind: "goals.edit_item", activity: host.id, item: id, ...wordsOf(wanted) };
    if (!(await perform(id, wish))) return draft.write(wanted);
    host.announce(host.words("goals.saved"));
    close();
  };
  return (
    <ItemForm
      place={id}
      draft={draft}
      save={host.words("save")}
      onSave={() => void save()}
      onCancel={close}
    />
  );
}
