/** The test card as sentences: what is believed, how it is found out, when it is right. */

import type { ComponentChildren } from "preact";
import { Lock } from "../parts/lock";
import { day } from "../parts/text";
import { numberText, scaleOf, type Scale } from "./numbers";
import { isChange, ruleOf } from "./rule";
import { useExperimentsHost } from "./use-experiments";
import type { Criterion, Experiment, Guardrail, Plan } from "./view";

export function Sheet({ experiment }: { experiment: Experiment }) {
  return (
    <div class="test-card">
      <Gist plan={experiment.plan} />
      <Rest experiment={experiment} />
      <LockedOn experiment={experiment} />
    </div>
  );
}

interface GistProps {
  readonly plan: Plan | undefined;
  /** Where there is little room: what is believed, and when it is right. */
  readonly brief?: boolean;
}

/** The four sentences that everyone needs. */
export function Gist({ plan, brief = false }: GistProps) {
  const { words } = useExperimentsHost();
  const scale = useScale(plan);
  if (!plan) return null;
  const { belief, test, measure, criterion } = plan;
  return (
    <dl class="sentences">
      <Line term={words("experiments.belief")}>{belief}</Line>
      <Line term={words("experiments.test")}>{!brief && test}</Line>
      <Line term={words("experiments.measure")}>
        {!brief && measure && [measure.name, measure.unit].filter(Boolean).join(", ")}
      </Line>
      <Line term={words("experiments.criterion")}>
        {criterion && bound(criterion, scale, words)}
      </Line>
    </dl>
  );
}

/** How many readings and until when, for what, by whom, and who stands behind it. */
export function Rest({ experiment }: { experiment: Experiment }) {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const { plan, owner, serves, about, governance } = experiment;
  if (!plan) return null;
  const { measure, planned, review, baseline, guardrails } = plan;
  const counted = measure?.form === "count" ? "experiments.planned.cases" : "experiments.planned";
  const personal = governance?.personal_data;
  return (
    <dl class="sentences">
      <Line term={words("experiments.needed")}>
        {planned > 0 && words(counted, { n: planned })}
      </Line>
      <Line term={words("experiments.review")}>{review && day(review, lang)}</Line>
      <Line term={words("experiments.baseline")}>
        {baseline !== undefined && numberText(baseline, scale, { exact: true })}
      </Line>
      <Line term={words("experiments.guardrails")}>
        {guardrails.length > 0 && guardrails.map(guard(words, lang)).join("; ")}
      </Line>
      <Line term={words("experiments.serves")}>{serves}</Line>
      <Line term={words("experiments.owner")}>{owner}</Line>
      <Line term={words("experiments.from")}>{about}</Line>
      <Line term={words("experiments.approved_by")}>{governance?.approved_by}</Line>
      <Line term={words("experiments.risks")}>{governance?.risks}</Line>
      <Line term={words("experiments.personal_data")}>
        {personal && words(`experiments.personal_data.${personal}`)}
      </Line>
      <Line term={words("experiments.stop_if")}>{governance?.stop_if}</Line>
    </dl>
  );
}

/** Since when it runs, and since when its card cannot be changed unseen. */
export function LockedOn({ experiment }: { experiment: Experiment }) {
  const { lang, words } = useExperimentsHost();
  const { started, locked } = experiment;
  if (!started || !locked) return null;
  return (
    <p class="note promise">
      <Lock />
      <span>
        {words("experiments.started", { date: day(started, lang) })}{" "}
        {words("experiments.locked", { date: day(locked, lang) })}
      </span>
    </p>
  );
}

export function useScale(plan: Plan | undefined): Scale {
  const { lang, words } = useExperimentsHost();
  return scaleOf(plan?.measure, lang, words("experiments.points"));
}

type Words = ReturnType<typeof useExperimentsHost>["words"];

/** When the team is right: "it is at least 50%", "it falls by at least 3 days". */
export function bound(criterion: Criterion, scale: Scale, words: Words): string {
  const rule = ruleOf(criterion);
  const change = isChange(rule);
  if (change && criterion.threshold === 0) return words(`experiments.bound.${rule}.none`);
  const number = change ? Math.abs(criterion.threshold) : criterion.threshold;
  const level = numberText(number, scale, { exact: true, change });
  return words(`experiments.bound.${rule}`, { level });
}

export function guard(words: Words, lang: string) {
  return ({ name, unit, limit, direction }: Guardrail): string => {
    const scale = { lang, share: false, unit: unit ?? "", points: "" };
    const level = numberText(limit, scale, { exact: true });
    return `${name}: ${words(`experiments.guardrail.${direction}`, { level })}`;
  };
}

function Line({ term, children }: { term: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
