/** Takes an item off the map: asked once, as its links and ratings go with it. */

import { usePerform } from "../parts/perform";
import { Removal } from "../parts/removal";
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
  const remove = () => {
    host.announce(host.words("goals.deleted"));
    void perform("map", { kind: "goals.delete_item", activity: host.id, item: id });
  };
  return (
    <Removal
      text={text}
      question={host.words(own ? "goals.delete.ask.own" : "goals.delete.ask")}
      word={host.words("goals.delete")}
      label={host.words("goals.delete.label", { item: short(text) })}
      onRemove={remove}
    />
  );
}
