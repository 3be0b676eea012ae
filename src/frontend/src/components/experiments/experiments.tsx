/** The team's experiments, one step at a time. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { ActionPanel } from "../actions/panel";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { Deciding } from "./deciding";
import { Expecting } from "./expecting";
import type { Board } from "./foresee";
import { Looking } from "./looking";
import { Planning } from "./planning";
import { useBoard, useExperimentsHost } from "./use-experiments";
import type { ExperimentsHost, ExperimentsView } from "./view";
import { Voting } from "./voting";

export function Experiments() {
  const board = useBoard();
  const { role } = useExperimentsHost();
  const { phase } = board.view;
  useNews(board.view);
  return (
    <div class={`experiments ${role} phase-${phase}`}>
      <Problem at="board" />
      <Phase board={board} />
      {phase === "decide" && <ActionPanel canAdd={role !== "observer"} />}
    </div>
  );
}

function Phase({ board }: { board: Board }) {
  switch (board.view.phase) {
    case "expect":
      return <Expecting board={board} />;
    case "look":
      return <Looking board={board} />;
    case "vote":
      return <Voting board={board} />;
    case "decide":
      return <Deciding board={board} />;
    default:
      return <Planning board={board} />;
  }
}

/** Says what has changed for everyone: the step, or the experiment that is talked about now. */
function useNews(view: ExperimentsView): void {
  const host = useExperimentsHost();
  const before = useRef(view);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = view;
    if (was.phase !== view.phase) host.announce(host.words(`experiments.${view.phase}.news`));
    else if (view.focus && was.focus !== view.focus) host.announce(focusNews(view, host.words));
  }, [view.phase, view.focus]);
}

function focusNews(view: ExperimentsView, words: ExperimentsHost["words"]): string {
  const experiment = view.experiments.items[view.focus ?? ""];
  return experiment ? words("experiments.focus.news", { title: short(experiment.title) }) : "";
}
