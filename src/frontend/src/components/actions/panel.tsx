/** What the team will do and what it keeps doing, beside the board, with a form for one more. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Action } from "../../view";
import { useId } from "../../use-id";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";
import { bothLists } from "./both";
import { ActionEntry } from "./entry";
import { foreseeActions } from "./foresee";
import { ActionForm } from "./form";
import { ActionList } from "./list";
import { fieldsOf, type ActionWords } from "./words";

export interface About {
  readonly id: string;
  readonly title: string;
}

interface Props {
  readonly canAdd?: boolean;
  /** The card or group of which an action is to be made now. */
  readonly about?: About | undefined;
  readonly onClose?: () => void;
}

export function ActionPanel({ canAdd = false, about, onClose }: Props) {
  const host = useHost();
  const id = useId();
  const room = useLive(host.room);
  const pending = useLive(host.pending);
  const { actions, pending: touched } = foreseeActions(room.actions, pending);
  const { toDo, keepDoing } = bothLists(room.carried, actions);
  const each = (action: string, shown: Action, text: ComponentChildren) =>
    touched.has(action) || room.carried.items[action] ? (
      text
    ) : (
      <ActionEntry id={action} action={shown}>
        {text}
      </ActionEntry>
    );
  const list = { texts: host, pending: touched, ...(canAdd ? { each } : {}) };
  return (
    <aside class="side" aria-labelledby={id}>
      <h3 id={id}>{host.words("actions.title")}</h3>
      <ActionList actions={toDo} {...list} />
      {keepDoing.order.length > 0 && (
        <>
          <h3>{host.words("actions.keep.title")}</h3>
          <ActionList actions={keepDoing} {...list} />
        </>
      )}
      {canAdd && <AddAction about={about} onClose={onClose} />}
    </aside>
  );
}

function AddAction({ about, onClose }: Pick<Props, "about" | "onClose">) {
  const host = useHost();
  const perform = usePerform();
  const [open, setOpen] = useState(false);
  const [subject, setSubject] = useState<About>();
  const start = (of: About | undefined) => {
    setSubject(of);
    setOpen(true);
  };
  useLayoutEffect(() => {
    if (about) start(about);
  }, [about?.id]);
  const close = () => {
    setOpen(false);
    onClose?.();
  };
  const save = async (wanted: ActionWords, giveBack: () => void) => {
    close();
    const fields = fieldsOf(wanted);
    const origin = { activity: host.id, ...(subject ? { target: subject.id } : {}) };
    const kept = await perform("new-action", { kind: "team.add_action", ...fields, ...origin });
    if (kept) return host.announce(host.words("actions.saved"));
    giveBack();
    start(subject);
  };
  if (!open)
    return (
      <div data-thing="new-action">
        <button data-act="add" onClick={() => start(undefined)}>
          {host.words("actions.add")}
        </button>
      </div>
    );
  return (
    <ActionForm
      name="new-action"
      about={subject?.title}
      save={host.words("actions.save")}
      onSave={save}
      onCancel={close}
    />
  );
}
