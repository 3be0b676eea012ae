/** The experiment that everyone looks at: its card, its readings, what they say. */

import type { ComponentChildren } from "preact";
import { useId } from "../../use-id";
import type { Board } from "./foresee";
import { Learned } from "./learned";
import { RunChart } from "./run-chart";
import { Gist, Locked, Rest } from "./sheet";
import { StageName } from "./stage";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";
import { Verdict } from "./verdict";
import { Versions } from "./versions";
import type { Experiment } from "./view";

interface Props {
  readonly board: Board;
  /** Without readings and verdict: people are to say first what they expect. */
  readonly blind?: boolean;
  /** What stands beside the readings. */
  readonly aside?: ComponentChildren;
}

export function FocusPart({ board, blind = false, aside }: Props) {
  const { role, words } = useExperimentsHost();
  const heading = useId();
  const { focus, phase } = board.view;
  const wall = role === "observer";
  const experiment = board.view.experiments.items[focus ?? ""];
  if (!focus || !experiment) return null;
  return (
    <section class="focus-part panel" aria-labelledby={heading} data-thing="focus">
      <p class="note">
        {words("experiments.focus.now")} · <StageName stage={experiment.stage} />
      </p>
      <h3 id={heading}>{experiment.title}</h3>
      <Gist plan={experiment.plan} brief={wall && !blind} />
      {!wall && <Locked experiment={experiment} />}
      {blind || !experiment.plan ? (
        aside
      ) : (
        <div class="beside">
          {wall ? (
            <OnWall board={board} experiment={experiment} aside={aside} />
          ) : (
            <>
              <Findings board={board} experiment={experiment} />
              {aside}
            </>
          )}
        </div>
      )}
      <Whole experiment={experiment} />
      {phase === "plan" && <Leave />}
    </section>
  );
}

interface PartProps {
  readonly board: Board;
  readonly experiment: Experiment;
}

function Findings({ board, experiment }: PartProps) {
  const { phase, chart } = board.view;
  return (
    <div class="found">
      {phase === "decide" && <Learned experiment={experiment} />}
      <Told board={board} experiment={experiment} />
      {chart && <RunChart experiment={experiment} chart={chart} />}
      {phase !== "decide" && <Learned experiment={experiment} />}
    </div>
  );
}

/** Nobody scrolls a wall: the picture and what it says stand side by side. */
function OnWall({ board, experiment, aside }: PartProps & { aside: ComponentChildren }) {
  const { chart } = board.view;
  return (
    <>
      {chart && <RunChart experiment={experiment} chart={chart} />}
      <div class="found">
        <Learned experiment={experiment} />
        <Told board={board} experiment={experiment} />
        {aside}
      </div>
    </>
  );
}

/** Whether it was right is said only after people have said what they expect. */
function Told({ board, experiment }: PartProps) {
  const told = board.view.phase !== "plan" || experiment.stage === "decided";
  return (
    <>
      {told && <Verdict experiment={experiment} />}
      <Versions experiment={experiment} />
    </>
  );
}

function Whole({ experiment }: { experiment: Experiment }) {
  const { role, words } = useExperimentsHost();
  if (!experiment.plan || role === "observer") return null;
  return (
    <details class="ending">
      <summary>{words("experiments.whole")}</summary>
      <Rest experiment={experiment} />
    </details>
  );
}

function Leave() {
  const { role, words } = useExperimentsHost();
  const lead = useLeading("board");
  if (role !== "facilitator") return null;
  return (
    <button class="end" data-act="leave" onClick={() => lead.look()}>
      {words("experiments.focus.leave")}
    </button>
  );
}
