/** What the readings say so far of the criterion: in words, with the range it comes from. */

import { day } from "../parts/text";
import { rangeOf } from "./numbers";
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
      <Flags experiment={experiment} verdict={verdict} />
    </section>
  );
}

function Range({ experiment, verdict }: { experiment: Experiment; verdict: Found }) {
  const { words } = useExperimentsHost();
  const { plan } = experiment;
  const scale = useScale(plan);
  const found = useFound(experiment);
  if (!verdict.interval || !plan?.criterion) return null;
  const right = words("experiments.right_if", { bound: bound(plan.criterion, scale, words) });
  return (
    <p>
      {found} {right}
    </p>
  );
}

/** What was found, in one sentence; nothing where nothing can be said. */
export function useFound({ plan, verdict }: Experiment): string {
  const { words } = useExperimentsHost();
  const scale = useScale(plan);
  if (!verdict?.interval || !plan?.criterion) return "";
  const key =
    plan.criterion.compare === "change" ? "experiments.range.change" : "experiments.range";
  return words(key, { ...rangeOf(verdict.interval, plan.criterion, scale) });
}

/** What one has to know beside a verdict: each line with a sign of its own. */
function Flags({ experiment, verdict }: { experiment: Experiment; verdict: Found }) {
  const flags = useFlags(experiment, verdict);
  if (!flags.length) return null;
  return (
    <ul class="flags">
      {flags.map((flag) => (
        <li class="hint" key={flag}>
          <span aria-hidden="true">! </span>
          {flag}
        </li>
      ))}
    </ul>
  );
}

function useFlags(experiment: Experiment, verdict: Found): string[] {
  const { lang, words } = useExperimentsHost();
  const { stage, started = "", locked = "", versions = [], plan, broken = [] } = experiment;
  const { counted = plan?.measure?.form === "count" } = experiment;
  const known = Math.max(0, ...versions.map(({ seen }) => seen));
  const past = plan?.guardrails.filter(({ id }) => broken.includes(id)) ?? [];
  const early = stage === "decided" ? "experiments.stopped_early" : "experiments.still_to_come";
  const seen = counted ? "experiments.flag.known.cases" : "experiments.flag.known";
  return [
    verdict.early && words(early),
    locked > started && words("experiments.flag.late", { date: day(locked, lang) }),
    versions.length > 1 && words("experiments.flag.changed", { n: versions.length - 1 }),
    known > 0 && words(seen, { n: known }),
    ...past.map((each) => words("experiments.broken", { guardrail: guard(words, lang)(each) })),
  ].filter((flag) => flag !== false);
}
