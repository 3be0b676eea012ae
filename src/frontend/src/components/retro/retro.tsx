/** One board, one phase at a time. Says aloud when the phase changes. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem } from "../parts/perform";
import type { Board } from "./board";
import { Grouping } from "./grouping";
import { Talking } from "./talking";
import { useBoard, useRetroHost } from "./use-board";
import { Voting } from "./voting";
import { Wall } from "./wall";
import { Writing } from "./writing";

export function Retro() {
  const board = useBoard();
  const { role } = useRetroHost();
  usePhaseNews(board);
  return (
    <div class={`retro ${role}`}>
      <Problem at="board" />
      {role === "observer" ? <Wall board={board} /> : <Phase board={board} />}
    </div>
  );
}

function Phase({ board }: { board: Board }) {
  switch (board.view.phase) {
    case "write":
      return <Writing board={board} />;
    case "group":
      return <Grouping board={board} />;
    case "vote":
      return <Voting board={board} />;
    default:
      return <Talking board={board} />;
  }
}

function usePhaseNews({ view }: Board): void {
  const host = useRetroHost();
  const before = useRef(view.phase);
  useLayoutEffect(() => {
    if (before.current === view.phase) return;
    before.current = view.phase;
    host.announce(host.words(`retro.${view.phase}.news`));
  }, [view.phase]);
}
