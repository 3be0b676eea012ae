/** The facilitator's way through the talk: what comes next in the ranking, or back to the dots. */

import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { inRanking, type Board } from "./board";
import { useRetroHost } from "./use-board";

export function NextTopic({ board }: { board: Board }) {
  const { id: activity, words } = useRetroHost();
  const perform = usePerform();
  const items = inRanking(board.view);
  const next = items[items.findIndex((item) => item.id === board.view.focus) + 1];
  const wish = (kind: string, fields: object) =>
    void perform("board", { kind, activity, ...fields });
  return (
    <div class="next-topic row" data-thing="next-topic">
      {next && (
        <button data-act="next" onClick={() => wish("retro.focus", { target: next.id })}>
          {words("retro.focus.next", { card: short(next.title, 48) })}
        </button>
      )}
      <button
        class="quiet"
        data-act="again"
        onClick={() => wish("retro.move_phase", { phase: "vote" })}
      >
        {words("retro.vote.again")}
      </button>
    </div>
  );
}
