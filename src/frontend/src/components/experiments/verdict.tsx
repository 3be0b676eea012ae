/** What the readings say so far of the criterion: in words, with the range it comes from. */

import { endsText, numberText } from "./numbers";
import { bound, guard, useScale } from "./sheet";
import { OutcomeName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Verdict as Found } from "./view";

export function Verdict({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const { verdict, stage, decision } = experiment;
  if (!verdict) return null;
  const outcome = (stage === "decided" && decision?.outcome) || verdict.outcome;
  return (
    <section class={`verdict ${outcome}`} aria-label={words("experiments.verdict")}>
      <p class="outcome">
        <OutcomeName outcome={outcome} />
      </p>
      <p>{words(`experiments.says.${verdict.reason || outcome}`)}</p>
      <Range experiment={experiment} verdict={verdict} />
      {verdict.early && (
        <p class="note">
          {words(stage === "decided" ? "experiments.stopped_early" : "experiments.still_to_come")}
        </p>
      )}
      <Broken experiment={experiment} />
    </section>
  );
}

function Range({ experiment, verdict }: { experiment: Experiment; verdict: Found }) {
  const { words } = useExperimentsHost();
  const { plan } = experiment;
  const scale = useScale(plan);
  if (!verdict.interval || !plan?.criterion) return null;
  const signed = plan.criterion.compare === "change";
  const [low, high] = endsText(verdict.interval, plan.criterion.threshold, scale, signed);
  const said = {
    estimate: numberText(verdict.interval.estimate, scale, { signed }),
    low,
    high,
    bound: bound(plan.criterion, scale, words),
  };
  return <p>{words(signed ? "experiments.range.change" : "experiments.range", said)}</p>;
}

function Broken({ experiment }: { experiment: Experiment }) {
  const { lang, words } = useExperimentsHost();
  const past =
    experiment.plan?.guardrails.filter(({ id }) => experiment.broken?.includes(id)) ?? [];
  return (
    <>
      {past.map((each) => (
        <p class="hint" key={each.id}>
          <span aria-hidden="true">! </span>
          {words("experiments.broken", { guardrail: guard(words, lang)(each) })}
        </p>
      ))}
    </>
  );
}
