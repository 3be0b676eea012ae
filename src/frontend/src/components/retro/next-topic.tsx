/** The facilitator's way down the ranking: one button names what comes next. */

import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { inRanking, type Board } from "./board";
import { useRetroHost } from "./use-board";

export function NextTopic({ board }: { board: Board }) {
  const { id: activity, words } = useRetroHost();
  const perform = usePerform();
  const items = inRanking(board.view);
  const next = items[items.findIndex((item) => item.id === board.view.focus) + 1];
  if (!next) return null;
  return (
    <div class="next-topic" data-thing="next-topic">
      <button
        data-act="next"
        onClick={() => void perform("board", { kind: "retro.focus", activity, target: next.id })}
      >
        {words("retro.focus.next", { card: short(next.title, 48) })}
      </button>
    </div>
  );
}
