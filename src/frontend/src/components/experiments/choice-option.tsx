/** A decision to choose, with a few words on what it means. */

import { ChoiceName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import type { Choice } from "./view";

export function ChoiceOption({ choice }: { choice: Choice }) {
  const { words } = useExperimentsHost();
  return (
    <>
      <ChoiceName choice={choice} />{" "}
      <span class="note">{words(`experiments.choice.${choice}.what`)}</span>
    </>
  );
}
