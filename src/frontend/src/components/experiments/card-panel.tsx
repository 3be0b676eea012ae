/** One experiment in the facilitator's hands: its card, its readings, and what can be done with it. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useReturn } from "../parts/ask";
import { Problem, usePerform } from "../parts/perform";
import { useWide } from "../parts/wide";
import { About } from "./about";
import { Amend } from "./amend";
import { Ending } from "./ending";
import type { Board } from "./foresee";
import { Learned } from "./learned";
import { OpenCard } from "./open-card";
import { hasStarted } from "./order";
import { Readings } from "./readings";
import { RunChart } from "./run-chart";
import { Sheet } from "./sheet";
import { ReviewDay } from "./signs";
import { StageName } from "./stage";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";
import { Verdict } from "./verdict";
import { Versions } from "./versions";
import type { Experiment } from "./view";

/** In letters: the card and its readings side by side. */
const LETTERS = 60;

interface Props {
  readonly id: string;
  readonly experiment: Experiment;
  readonly board: Board;
}

export function CardPanel({ onClose, ...props }: Props & { onClose: () => void }) {
  const { words } = useExperimentsHost();
  const { id, experiment } = props;
  const heading = useId();
  const ref = useRef<HTMLElement>(null);
  const wide = useWide(ref, LETTERS);
  const first = useArrival();
  const back = useReturn();
  const close = () => {
    onClose();
    back();
  };
  return (
    <section
      class="card-panel panel"
      ref={ref}
      aria-labelledby={heading}
      data-thing={`panel-${id}`}
    >
      <header class="card-panel-head">
        <div>
          <h3 id={heading} ref={first} tabIndex={-1}>
            {experiment.title}
          </h3>
          <p class="note">
            <StageName stage={experiment.stage} />
          </p>
          {experiment.review && <ReviewDay review={experiment.review} />}
        </div>
        <button class="quiet" onClick={close}>
          {words("experiments.close")}
        </button>
      </header>
      <Together {...props} />
      <Problem at={`card-${id}`} />
      <div class={wide ? "halves side-by-side" : "halves"}>
        <Card {...props} />
        <Course {...props} />
      </div>
    </section>
  );
}

/** Whoever opened it reads on from its name. */
function useArrival() {
  const first = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    first.current?.focus();
    first.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return first;
}

/** Everyone's screen follows to this experiment; of one that runs the review can begin. */
function Together({ id, experiment, board }: Props) {
  const { words } = useExperimentsHost();
  const lead = useLeading(`card-${id}`);
  const now = board.view.focus === id;
  return (
    <div class="row leading">
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

/** What was, or will be, locked; and what never is. */
function Card({ id, experiment }: Props) {
  const { stage } = experiment;
  const started = hasStarted(experiment);
  return (
    <div class="half">
      {stage === "idea" || stage === "planned" ? (
        <OpenCard id={id} experiment={experiment} />
      ) : (
        <Sheet experiment={experiment} />
      )}
      {started && <Amend id={id} experiment={experiment} />}
      {stage !== "decided" && <About id={id} experiment={experiment} />}
    </div>
  );
}

/** How it goes: what the readings say, the readings themselves, and its end. */
function Course({ id, experiment, board }: Props) {
  const started = hasStarted(experiment);
  return (
    <div class="half">
      <SoFar id={id} experiment={experiment} board={board} />
      <Versions experiment={experiment} />
      <Learned experiment={experiment} />
      {experiment.plan?.measure && <Readings id={id} experiment={experiment} />}
      {started && <MoveStage id={id} experiment={experiment} />}
      <Ending id={id} experiment={experiment} />
    </div>
  );
}

/** Folded until it is decided: a verdict on the way tempts to stop where it looks well. */
function SoFar({ id, experiment, board }: Props) {
  const { words } = useExperimentsHost();
  const chart = board.view.focus === id ? board.view.chart : undefined;
  if (!experiment.verdict) return null;
  return (
    <details class="ending" open={experiment.stage === "decided"}>
      <summary>{words("experiments.so_far")}</summary>
      <Verdict experiment={experiment} />
      {chart ? (
        <RunChart experiment={experiment} chart={chart} />
      ) : (
        <p class="note">{words("experiments.so_far.chart")}</p>
      )}
    </details>
  );
}

function MoveStage({ id, experiment }: Omit<Props, "board">) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const stage = experiment.stage === "running" ? "review" : "running";
  const wish = { kind: "experiments.move_experiment", activity: host.id, experiment: id, stage };
  return (
    <button class="end" data-act="move" onClick={() => void perform(`card-${id}`, wish)}>
      {host.words(`experiments.move.${stage}`)}
    </button>
  );
}
