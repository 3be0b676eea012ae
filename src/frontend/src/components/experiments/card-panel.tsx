/** One experiment in the facilitator's hands: its card, its readings, and what can be done with it. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { listed } from "../../view";
import { useReturn } from "../parts/ask";
import { useFold } from "../parts/fold";
import { Problem, usePerform } from "../parts/perform";
import { About } from "./about";
import { Amend } from "./amend";
import { DecisionForm } from "./decision-form";
import { Learned } from "./focus-part";
import type { Board } from "./foresee";
import { OpenCard } from "./open-card";
import { hasStarted } from "./order";
import { Readings } from "./readings";
import { RunChart } from "./run-chart";
import { Sheet } from "./sheet";
import { StageName } from "./stage";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";
import { Verdict } from "./verdict";
import { Versions } from "./versions";
import { drawable, type Experiment } from "./view";

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  readonly board: Board;
  readonly onClose: () => void;
}

export function CardPanel({ id, experiment, board, onClose }: Props) {
  const { words } = useExperimentsHost();
  const heading = useId();
  const first = useRef<HTMLHeadingElement>(null);
  const back = useReturn();
  useLayoutEffect(() => {
    first.current?.focus();
    first.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const close = () => {
    onClose();
    back();
  };
  return (
    <section class="card-panel panel" aria-labelledby={heading} data-thing={`panel-${id}`}>
      <header class="card-panel-head">
        <p class="note">
          <StageName stage={experiment.stage} />
        </p>
        <button class="quiet" onClick={close}>
          {words("experiments.close")}
        </button>
      </header>
      <h3 id={heading} ref={first} tabIndex={-1}>
        {experiment.title}
      </h3>
      <Problem at={`card-${id}`} />
      <Body id={id} experiment={experiment} board={board} />
    </section>
  );
}

function Body({ id, experiment, board }: Omit<Props, "onClose">) {
  const { stage } = experiment;
  const open = stage === "idea" || stage === "planned";
  return (
    <>
      <Together id={id} experiment={experiment} board={board} />
      <div class="beside">
        <div class="part">
          {open ? <OpenCard id={id} experiment={experiment} /> : <Locked experiment={experiment} />}
          {stage !== "decided" && <More id={id} experiment={experiment} open={open} />}
        </div>
        {experiment.plan?.measure && (
          <div class="part">
            {!open && <Picture id={id} experiment={experiment} board={board} />}
            <Readings id={id} experiment={experiment} pending={board.pending} />
          </div>
        )}
      </div>
    </>
  );
}

function Locked({ experiment }: { experiment: Experiment }) {
  return (
    <>
      <Sheet experiment={experiment} />
      <SoFar experiment={experiment} />
      <Learned experiment={experiment} />
      <Versions versions={experiment.versions} />
    </>
  );
}

/** Folded until it is decided: a verdict on the way tempts to stop where it looks well. */
function SoFar({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const fold = useFold();
  if (experiment.stage === "decided") return <Verdict experiment={experiment} />;
  return (
    <details class="ending" {...fold.details}>
      <summary>{words("experiments.so_far")}</summary>
      <Verdict experiment={experiment} />
    </details>
  );
}

interface MoreProps {
  readonly id: string;
  readonly experiment: Experiment;
  /** Not locked yet. */
  readonly open: boolean;
}

/** What is needed now and then: folded, one below the other. */
function More({ id, experiment, open }: MoreProps) {
  return (
    <div class="more-parts">
      <About id={id} experiment={experiment} />
      {!open && <Amend id={id} experiment={experiment} />}
      <Ending id={id} experiment={experiment} word={open ? "never" : "end"} />
      {!open && <MoveStage id={id} experiment={experiment} />}
    </div>
  );
}

/** The room draws the one that everyone looks at. */
function Picture({ id, experiment, board }: Omit<Props, "onClose">) {
  const { words } = useExperimentsHost();
  const chart = board.view.focus === id ? drawable(board.view.chart) : undefined;
  if (chart) return <RunChart experiment={experiment} chart={chart} />;
  if (!listed(experiment.readings).length) return null;
  return <p class="note">{words("experiments.chart.elsewhere")}</p>;
}

/** Everyone's screen follows to this experiment; of one that runs the review can begin. */
function Together({ id, experiment, board }: Omit<Props, "onClose">) {
  const { words } = useExperimentsHost();
  const lead = useLeading(`card-${id}`);
  const now = board.view.focus === id;
  return (
    <div class="row">
      {hasStarted(experiment) && (
        <button class="primary" data-act="review" onClick={() => lead.review(id)}>
          {words("experiments.review.start")}
        </button>
      )}
      <button
        data-act="focus"
        aria-pressed={now}
        onClick={() => (now ? lead.look() : lead.look(id))}
      >
        {words("experiments.focus.take")}
      </button>
    </div>
  );
}

function MoveStage({ id, experiment }: { id: string; experiment: Experiment }) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const stage = experiment.stage === "running" ? "review" : "running";
  const wish = { kind: "experiments.move_experiment", activity: host.id, experiment: id, stage };
  return (
    <button data-act="move" onClick={() => void perform(`card-${id}`, wish)}>
      {host.words(`experiments.move.${stage}`)}
    </button>
  );
}

interface EndingProps {
  readonly id: string;
  readonly experiment: Experiment;
  readonly word: "never" | "end";
}

/** Deciding without a review of everyone's; of what was never run, that it will not be. */
function Ending({ id, experiment, word }: EndingProps) {
  const { words } = useExperimentsHost();
  const fold = useFold();
  if (experiment.stage === "idea" && !experiment.plan?.belief) return null;
  return (
    <details class="ending" data-thing={`ending-${id}`} {...fold.details}>
      <summary>{words(`experiments.ending.${word}`)}</summary>
      {fold.open && <DecisionForm id={id} experiment={experiment} />}
    </details>
  );
}
