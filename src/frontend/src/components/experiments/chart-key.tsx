/** What the lines and shapes of a run chart mean, with their numbers: only those that are drawn. */

import type { ComponentChildren } from "preact";
import { day } from "../parts/text";
import type { Drawn } from "./geometry";
import { meaningOf, UNUSUAL, type Meaning } from "./meaning";
import { numberText } from "./numbers";
import { bound, useScale } from "./sheet";
import type { ChartProps } from "./run-chart";
import { useExperimentsHost } from "./use-experiments";

interface Props extends ChartProps {
  readonly picture: Drawn;
}

export function ChartKey(props: Props) {
  return (
    <ul class="key note">
      <Shapes {...props} />
      <Usual {...props} />
      <Marks {...props} />
    </ul>
  );
}

const MEANINGS: readonly Meaning[] = ["common_cause", "improvement", "concern"];

function Shapes({ chart, experiment }: Props) {
  const { words } = useExperimentsHost();
  const there = new Set(chart.points.map(({ label }) => meaningOf(label, experiment)));
  return (
    <>
      {MEANINGS.filter((meaning) => there.has(meaning)).map((meaning) => (
        <Entry key={meaning} text={words(`run_chart.${meaning}`)}>
          {meaning === "common_cause" ? (
            <circle class="usual" cx={14} cy={8} r={4} />
          ) : (
            <path class={meaning} d={`M14 9${UNUSUAL[meaning]}`} />
          )}
        </Entry>
      ))}
    </>
  );
}

/** The average, and between which limits readings usually lie: of the latest stretch. */
function Usual({ chart, experiment }: Props) {
  const { words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const { mean, lower, upper } = chart.segments[chart.segments.length - 1]!;
  const limits = lower !== undefined && upper !== undefined;
  return (
    <>
      <Line
        kind="mean"
        text={words("experiments.chart.mean", { level: numberText(mean, scale) })}
      />
      {limits && (
        <Line
          kind="limit"
          text={words("experiments.chart.limits", {
            low: numberText(lower, scale),
            high: numberText(upper, scale),
          })}
        />
      )}
    </>
  );
}

/** What the readings are compared with, and where the trial begins. */
function Marks({ experiment, picture }: Props) {
  const { lang, words } = useExperimentsHost();
  const { plan, started } = experiment;
  const scale = useScale(plan);
  return (
    <>
      {picture.target !== undefined && plan?.criterion && (
        <Line
          kind="target"
          text={words("experiments.right_if", { bound: bound(plan.criterion, scale, words) })}
        />
      )}
      {picture.baseline !== undefined && plan?.baseline !== undefined && (
        <Line
          kind="baseline"
          text={words("experiments.chart.baseline", {
            level: numberText(plan.baseline, scale, { exact: true }),
          })}
        />
      )}
      {picture.start !== undefined && started && (
        <Entry text={words("experiments.started", { date: day(started, lang) })}>
          <line class="start" x1={14} x2={14} y1={1} y2={15} />
        </Entry>
      )}
    </>
  );
}

function Line({ kind, text }: { kind: string; text: string }) {
  return (
    <Entry text={text}>
      <line class={kind} x1={0} x2={28} y1={8} y2={8} />
    </Entry>
  );
}

function Entry({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <svg width={28} height={16} viewBox="0 0 28 16" aria-hidden="true">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  );
}
