/** The experiment that everyone looks at: its card, its readings, what they say. */

import { useId } from "../../use-id";
import type { Board } from "./foresee";
import { RunChart } from "./run-chart";
import { Gist, LockedOn, Rest } from "./sheet";
import { DecidedName } from "./signs";
import { StageName } from "./stage";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";
import { Verdict } from "./verdict";
import { Versions } from "./versions";
import { drawable, type Experiment } from "./view";

interface Props {
  readonly board: Board;
  /** Without readings and verdict: people are to say first what they expect. */
  readonly blind?: boolean;
}

export function FocusPart({ board, blind = false }: Props) {
  const { role, words } = useExperimentsHost();
  const lead = useLeading("board");
  const heading = useId();
  const { focus, phase } = board.view;
  const chart = drawable(board.view.chart);
  const experiment = board.view.experiments.items[focus ?? ""];
  if (!focus || !experiment) return null;
  return (
    <section class="focus-part panel" aria-labelledby={heading} data-thing="focus">
      <p class="note">
        {words("experiments.focus.now")} · <StageName stage={experiment.stage} />
      </p>
      <h3 id={heading}>{experiment.title}</h3>
      <div class="beside">
        <div class="part">
          <Gist plan={experiment.plan} brief={role === "observer" && !blind} />
          {role !== "observer" && <LockedOn experiment={experiment} />}
          {/* Whether it was right is said after people have said what they expect. */}
          {!blind && (phase !== "plan" || experiment.stage === "decided") && (
            <Verdict experiment={experiment} />
          )}
          {!blind && <Learned experiment={experiment} />}
        </div>
        {!blind && chart && <RunChart experiment={experiment} chart={chart} />}
      </div>
      <Versions versions={experiment.versions} />
      {experiment.plan && role !== "observer" && (
        <details class="ending">
          <summary>{words("experiments.whole")}</summary>
          <Rest experiment={experiment} />
        </details>
      )}
      {role === "facilitator" && phase === "plan" && (
        <button data-act="leave" onClick={() => lead.look()}>
          {words("experiments.focus.leave")}
        </button>
      )}
    </section>
  );
}

/** What was decided, and the learning card. */
export function Learned({ experiment }: { experiment: Experiment }) {
  const { role, words } = useExperimentsHost();
  const decisions = experiment.decisions ?? [];
  // On a wall what was believed stands above already.
  const believed = role === "observer" ? [] : (["believed"] as const);
  if (!decisions.length) return null;
  return (
    <section class="learned">
      <h4>{words("experiments.learning")}</h4>
      {decisions.map(({ choice, learning }, n) => (
        <dl class="sentences" key={n}>
          <div>
            <dt>{words("experiments.decision")}</dt>
            <dd>
              <DecidedName choice={choice} />
            </dd>
          </div>
          {[...believed, "observed" as const, "learned" as const, "therefore" as const].map(
            (name) =>
              learning[name] && (
                <div key={name}>
                  <dt>{words(`experiments.learning.${name}`)}</dt>
                  <dd>{learning[name]}</dd>
                </div>
              ),
          )}
        </dl>
      ))}
    </section>
  );
}
