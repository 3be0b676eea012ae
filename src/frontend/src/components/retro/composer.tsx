/** Where a card is written. The text is kept until the room has it, and comes back if refused. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useDraft } from "../parts/draft";
import { Field } from "../parts/field";
import { Problem, usePerform } from "../parts/perform";
import { Sign } from "../parts/sign";
import { useRetroHost } from "./use-board";
import { CARD_LIMIT } from "./view";

interface Props {
  readonly column: string;
  readonly title: string;
  readonly kind: string;
}

export function Composer({ column, title, kind }: Props) {
  const host = useRetroHost();
  const id = useId();
  const perform = usePerform();
  const draft = useDraft(`new.${column}`);
  const place = `new.${column}`;
  const [room, setRoom] = useState(false);
  const add = async () => {
    const text = draft.text.trim();
    document.getElementById(id)?.focus();
    if (!text) return;
    draft.write("");
    host.announce(host.words("retro.card.added", { column: title }));
    const card = { activity: host.id, column, text, ...(room ? { from_room: true } : {}) };
    const kept = await perform(place, { kind: "retro.add_card", ...card });
    if (!kept) draft.giveBack(text);
  };
  return (
    <form
      class="composer"
      data-thing={place}
      onSubmit={(event) => (event.preventDefault(), void add())}
    >
      <label for={id}>
        <Sign kind={kind} /> {host.words("retro.card.new", { column: title })}
      </label>
      <Field
        id={id}
        value={draft.text}
        limit={CARD_LIMIT}
        placeholder={host.words("retro.card.placeholder")}
        onText={draft.write}
        onSend={() => void add()}
      />
      <Problem at={place} />
      {host.role === "facilitator" && <FromRoom on={room} onChange={setRoom} />}
      <div class="row end">
        <button class="primary" type="submit">
          {host.words("retro.card.add")}
        </button>
      </div>
    </form>
  );
}

/** Whether she writes for someone who has no device. It stays until she says otherwise. */
function FromRoom({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { words } = useRetroHost();
  const id = useId();
  return (
    <div class="from-room">
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{words("retro.room.card")}</label>
      {on && <p class="note">{words("retro.room.card.why")}</p>}
    </div>
  );
}
