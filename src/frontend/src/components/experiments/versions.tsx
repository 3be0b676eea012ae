/** Every version of a locked card after the first: when, why, and what became different. */

import { day } from "../parts/text";
import { numberText } from "./numbers";
import { bound, guard, useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Plan, Version } from "./view";

export function Versions({ versions = [] }: { versions?: readonly Version[] | undefined }) {
  const { words } = useExperimentsHost();
  if (versions.length < 2) return null;
  return (
    <section class="versions">
      <h4>{words("experiments.versions")}</h4>
      <ol start={2}>
        {versions.slice(1).map((version, at) => (
          <Changed key={version.on + at} version={version} before={versions[at]!} />
        ))}
      </ol>
    </section>
  );
}

function Changed({ version, before }: { version: Version; before: Version }) {
  const { lang, words } = useExperimentsHost();
  const was = useLines(before.plan);
  const is = useLines(version.plan);
  const counted = before.plan.measure?.form === "count";
  const seen = counted ? "experiments.version.seen.cases" : "experiments.version.seen";
  const changed = Object.keys(is).filter((term) => is[term] !== was[term]);
  return (
    <li>
      <p>
        <b>{words("experiments.version.on", { date: day(version.on, lang) })}</b>{" "}
        {version.reason && words("experiments.version.why", { reason: version.reason })}
      </p>
      {version.seen > 0 && <p class="note">{words(seen, { n: version.seen })}</p>}
      <ul>
        {changed.map((term) => (
          <li key={term}>
            {words("experiments.version.changed", {
              what: words(`experiments.${term}`),
              was: was[term] || "–",
              now: is[term] || "–",
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What a card says, by the term of its line. */
function useLines(plan: Plan): Readonly<Record<string, string>> {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(plan);
  const { measure, criterion, baseline } = plan;
  return {
    belief: plan.belief ?? "",
    test: plan.test ?? "",
    measure: [measure?.name, measure?.unit].filter(Boolean).join(", "),
    "form.term": measure ? words(`experiments.form.${measure.form}`) : "",
    criterion: criterion ? bound(criterion, scale, words) : "",
    needed: String(plan.planned),
    review: plan.review ? day(plan.review, lang) : "",
    baseline: baseline === undefined ? "" : numberText(baseline, scale, { exact: true }),
    guardrails: plan.guardrails.map(guard(words, lang)).join("; "),
  };
}
