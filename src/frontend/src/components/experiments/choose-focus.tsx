/** For the facilitator: which experiment everyone looks at next. */

import { Choices } from "../parts/choices";
import { usePerform } from "../parts/perform";
import type { Board } from "./foresee";
import { toReview } from "./order";
import { useExperimentsHost } from "./use-experiments";

export function ChooseFocus({ board }: { board: Board }) {
  const { id, role, words } = useExperimentsHost();
  const perform = usePerform();
  const others = toReview(board.view).filter(([key]) => key !== board.view.focus);
  if (role !== "facilitator" || !others.length) return null;
  const choose = (experiment: string) =>
    void perform("board", { kind: "experiments.focus", activity: id, experiment });
  return (
    <Choices
      label={words("experiments.focus.another")}
      choices={others.map(([key, { title }]) => ({ id: key, label: title }))}
      onChoose={choose}
    />
  );
}
