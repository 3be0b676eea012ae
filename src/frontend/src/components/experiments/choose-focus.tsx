/** For the facilitator: which experiment everyone looks at next, or whose review begins next. */

import { Choices } from "../parts/choices";
import type { Board } from "./foresee";
import { toReview } from "./order";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";

interface Props {
  readonly board: Board;
  /** Begin with what people expect, rather than with the readings. */
  readonly review?: boolean;
}

export function ChooseFocus({ board, review = false }: Props) {
  const { role, words } = useExperimentsHost();
  const lead = useLeading("board");
  const others = toReview(board.view).filter(([key]) => key !== board.view.focus);
  if (role !== "facilitator" || !others.length) return null;
  return (
    <Choices
      label={words(review ? "experiments.review.another" : "experiments.focus.another")}
      choices={others.map(([key, { title }]) => ({ id: key, label: title }))}
      onChoose={review ? lead.review : lead.look}
    />
  );
}
