/** What the marks and lines of a run chart are called, with their numbers: only those that are there. */

import { day } from "../parts/text";
import { numberText } from "./numbers";
import { markOf } from "./order";
import { bound, useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Chart, Experiment } from "./view";

interface Props {
  readonly chart: Chart;
  readonly experiment: Experiment;
}

type Entry = readonly [kind: string, sign: string, text: string | false | undefined];

export function ChartKey(props: Props) {
  const entries = [...useMarks(props), ...useLevels(props), ...useLines(props)];
  return (
    <ul class="note key">
      {entries.map(
        ([kind, sign, text]) =>
          text && (
            <li key={kind}>
              <span class={kind} aria-hidden="true">
                {sign}
              </span>{" "}
              {text}
            </li>
          ),
      )}
    </ul>
  );
}

function useMarks({ chart, experiment }: Props): readonly Entry[] {
  const { words } = useExperimentsHost();
  const there = new Set(chart.points.map(({ label }) => markOf(label, experiment)));
  return [
    ["usual", "●", there.has("usual") && words("run_chart.common_cause")],
    ["better", "▲", there.has("better") && words("run_chart.improvement")],
    ["worse", "■", there.has("worse") && words("run_chart.concern")],
  ];
}

/** The average, and between which limits readings usually lie: of the latest stretch. */
function useLevels({ chart, experiment }: Props): readonly Entry[] {
  const { words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const { mean, lower, upper } = chart.segments[chart.segments.length - 1]!;
  const level = (value: number) => numberText(value, scale);
  const limits = lower !== undefined && upper !== undefined;
  return [
    ["mean", "—", words("experiments.chart.mean", { level: level(mean) })],
    [
      "limit",
      "╌",
      limits && words("experiments.chart.limits", { low: level(lower), high: level(upper) }),
    ],
  ];
}

/** What the readings are compared with, and where the trial begins. */
function useLines({ chart: { points }, experiment }: Props): readonly Entry[] {
  const { lang, words } = useExperimentsHost();
  const { plan, started } = experiment;
  const scale = useScale(plan);
  const { criterion, baseline } = plan ?? {};
  const level = criterion?.compare === "level" && bound(criterion, scale, words);
  const shown = started && started >= points[0]!.date && started <= points[points.length - 1]!.date;
  const before = baseline !== undefined && numberText(baseline, scale, { exact: true });
  return [
    ["target", "┈", level && words("experiments.right_if", { bound: level })],
    ["baseline", "┄", before && words("experiments.chart.baseline", { level: before })],
    ["start", "│", shown && words("experiments.started", { date: day(started, lang) })],
  ];
}
