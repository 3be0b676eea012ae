/** One board, one phase at a time. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { itemsOf, type Board } from "./board";
import { Grouping } from "./grouping";
import { HiddenCards, MyHiddenCards } from "./hidden-cards";
import { Talking } from "./talking";
import { useBoard, useRetroHost } from "./use-board";
import type { RetroHost, RetroView } from "./view";
import { Voting } from "./voting";
import { Wall } from "./wall";
import { Writing } from "./writing";

export function Retro() {
  const board = useBoard();
  const { role } = useRetroHost();
  useNews(board);
  return (
    <div class={`retro ${role}`}>
      <Problem at="board" />
      {role === "observer" ? <Wall board={board} /> : <Phase board={board} />}
      {role === "facilitator" && <HiddenCards board={board} />}
      {role === "participant" && board.view.phase !== "write" && <MyHiddenCards board={board} />}
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

/** Says what has changed for everyone: the phase, or what is talked about now. */
function useNews({ view }: Board): void {
  const host = useRetroHost();
  const before = useRef(view);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = view;
    if (was.phase !== view.phase) host.announce(host.words(`retro.${view.phase}.news`));
    else if (view.focus && was.focus !== view.focus) host.announce(focusNews(view, host.words));
  }, [view.phase, view.focus]);
}

function focusNews(view: RetroView, words: RetroHost["words"]): string {
  const item = itemsOf(view).find(({ id }) => id === view.focus);
  return item ? words("retro.focus.news", { card: short(item.title) }) : "";
}
