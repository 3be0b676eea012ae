/** A chosen card of one's own: it can still be edited and deleted while people sort. */

import { useDraft } from "../parts/draft";
import { usePerform } from "../parts/perform";
import { EditCard } from "./edit-card";
import { useRetroHost } from "./use-board";

interface Props {
  readonly id: string;
  readonly text: string;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

export function MyChosenCard({ id, text, editing, onEditing }: Props) {
  const host = useRetroHost();
  const perform = usePerform();
  const draft = useDraft(`edit.${id}`);
  const close = () => {
    draft.write("");
    onEditing(false);
  };
  const save = async () => {
    const wanted = draft.text.trim();
    close();
    if (!wanted || wanted === text) return;
    const wish = { kind: "retro.edit_card", activity: host.id, card: id, text: wanted };
    if (await perform("selection", wish)) return;
    draft.giveBack(wanted);
    onEditing(true);
  };
  const remove = () => {
    close();
    host.announce(host.words("retro.card.deleted"));
    void perform("selection", { kind: "retro.delete_card", activity: host.id, card: id });
  };
  if (editing)
    return <EditCard draft={draft} onSave={() => void save()} onCancel={close} onDelete={remove} />;
  return (
    <button onClick={() => (draft.write(text), onEditing(true))}>
      {host.words("retro.card.edit.mine")}
    </button>
  );
}
