/** One action on the list, with its way to be changed; the facilitator may take it off. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Action } from "../../view";
import { Ask } from "../parts/ask";
import { useHost } from "../parts/host";
import { Problem, usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { ActionForm } from "./form";
import { fieldsOf, wordsOf, type ActionWords } from "./words";

interface Props {
  readonly id: string;
  readonly action: Action;
  readonly children: ComponentChildren;
}

export function ActionEntry({ id, action, children }: Props) {
  const host = useHost();
  const perform = usePerform();
  const [mode, setMode] = useState<"read" | "change" | "remove">("read");
  const place = `action-${id}`;
  const label = { action: short(action.text) };
  const save = async (wanted: ActionWords, giveBack: () => void) => {
    setMode("read");
    const wish = { kind: "team.change_action", action: id, ...fieldsOf(wanted) };
    if (await perform(place, wish)) return host.announce(host.words("actions.saved"));
    giveBack();
    setMode("change");
  };
  const remove = () => {
    setMode("read");
    void perform(place, { kind: "team.remove_action", action: id });
  };
  if (mode === "change")
    return (
      <ActionForm
        name={place}
        start={wordsOf(action)}
        save={host.words("save")}
        onSave={save}
        onCancel={() => setMode("read")}
      />
    );
  return (
    <>
      {children}
      {mode === "remove" && (
        <Ask
          question={host.words("actions.remove.ask")}
          yes={host.words("actions.remove")}
          onYes={remove}
          onNo={() => setMode("read")}
        />
      )}
      <div class="row">
        <button
          class="quiet small"
          data-act="change"
          aria-label={host.words("actions.change.label", label)}
          onClick={() => setMode("change")}
        >
          {host.words("actions.change")}
        </button>
        {host.role === "facilitator" && mode === "read" && (
          <button
            class="quiet small alert"
            data-act="remove"
            aria-label={host.words("actions.remove.label", label)}
            onClick={() => setMode("remove")}
          >
            {host.words("actions.remove")}
          </button>
        )}
      </div>
      <Problem at={place} />
    </>
  );
}
