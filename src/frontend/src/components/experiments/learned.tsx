/** What was decided, and the learning card: every decision with what was learned, the latest first. */

import { day } from "../parts/text";
import { Line } from "./sheet";
import { DecidedName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import type { Decision, Experiment } from "./view";

const SENTENCES = ["believed", "observed", "learned", "therefore"] as const;

export function Learned({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const decisions = experiment.decisions ?? [];
  if (!decisions.length) return null;
  return (
    <section class="learned">
      <h4>{words("experiments.learning")}</h4>
      {[...decisions].reverse().map((decision, n) => (
        <Card key={decisions.length - n} decision={decision} />
      ))}
    </section>
  );
}

function Card({ decision: { choice, on, learning } }: { decision: Decision }) {
  const { lang, words } = useExperimentsHost();
  return (
    <dl class="sentences">
      <Line term={words("experiments.decision")}>
        <DecidedName choice={choice} /> <span class="note">{day(on, lang)}</span>
      </Line>
      {SENTENCES.map((name) => (
        <Line key={name} term={words(`experiments.learning.${name}`)}>
          {learning[name]}
        </Line>
      ))}
    </dl>
  );
}
