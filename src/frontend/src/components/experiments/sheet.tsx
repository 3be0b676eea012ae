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
      <Locked experiment={experiment} />
    </div>
  );
}

/** The four sentences that everyone needs; on a wall beside readings, what it is about. */
export function Gist({ plan, brief = false }: { plan: Plan | undefined; brief?: boolean }) {
  const { words } = useExperimentsHost();
  const scale = useScale(plan);
  if (!plan) return null;
  const { belief, test, measure, criterion } = plan;
  return (
    <dl class="sentences">
      <Line term={words("experiments.belief")}>{belief}</Line>
      {!brief && <Line term={words("experiments.test")}>{test}</Line>}
      <Line term={words("experiments.measure")}>
        {measure && [measure.name, measure.unit].filter(Boolean).join(", ")}
      </Line>
      <Line term={words("experiments.criterion")}>
        {criterion && bound(criterion, scale, words)}
      </Line>
    </dl>
  );
}

/** How many readings and until when, for what, by whom, and who stands behind it. */
export function Rest({ experiment }: { experiment: Experiment }) {
  const { words } = useExperimentsHost();
  const lines = [...usePlanLines(experiment.plan), ...useAboutLines(experiment)];
  return (
    <dl class="sentences">
      {lines.map(([term, text]) => (
        <Line key={term} term={words(`experiments.${term}`)}>
          {text}
        </Line>
      ))}
    </dl>
  );
}

type TermLine = readonly [term: string, text: string | false | undefined];

function usePlanLines(plan: Plan | undefined): TermLine[] {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(plan);
  if (!plan) return [];
  const { measure, planned, review, baseline, guardrails } = plan;
  const needed = measure?.form === "count" ? "experiments.planned.cases" : "experiments.planned";
  return [
    ["needed", planned > 0 && words(needed, { n: planned })],
    ["review", review && day(review, lang)],
    ["baseline", baseline !== undefined && numberText(baseline, scale, { exact: true })],
    ["guardrails", guardrails.map(guard(words, lang)).join("; ")],
  ];
}

function useAboutLines({ serves, owner, about, governance }: Experiment): TermLine[] {
  const { words } = useExperimentsHost();
  const personal = governance?.personal_data;
  return [
    ["serves", serves],
    ["owner", owner],
    ["from", about],
    ["approved_by", governance?.approved_by],
    ["risks", governance?.risks],
    ["personal_data", personal && words(`experiments.personal_data.${personal}`)],
    ["stop_if", governance?.stop_if],
  ];
}

/** Since when it runs, and since when its card cannot be changed unseen. */
export function Locked({ experiment }: { experiment: Experiment }) {
  const { lang, words } = useExperimentsHost();
  const { started, locked } = experiment;
  if (!started || !locked) return null;
  return (
    <p class="note locked">
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

export function Line({ term, children }: { term: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
