/** Takes an item off the map: asked once, as its links and ratings go with it. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { useGoalsHost } from "./use-goals";

interface Props {
  readonly id: string;
  readonly text: string;
  /** Hidden from others still: nothing of theirs goes with it. */
  readonly own?: boolean;
}

export function RemoveItem({ id, text, own = false }: Props) {
  const host = useGoalsHost();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    host.announce(host.words("goals.deleted"));
    void perform("map", { kind: "goals.delete_item", activity: host.id, item: id });
  };
  if (asking)
    return (
      <Ask
        question={host.words(own ? "goals.delete.ask.own" : "goals.delete.ask")}
        detail={`“${short(text)}”`}
        yes={host.words("goals.delete")}
        onYes={remove}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <button
      class="quiet alert"
      data-act="remove"
      aria-label={host.words("goals.delete.label", { item: short(text) })}
      onClick={() => setAsking(true)}
    >
      {host.words("goals.delete")}
    </button>
  );
}
