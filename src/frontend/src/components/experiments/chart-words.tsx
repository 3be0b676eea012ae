/** What a run chart says in plain words: its signals to read, and the whole of it for who does not see it. */

import { day } from "../parts/text";
import { numberText } from "./numbers";
import { bound, useScale } from "./sheet";
import type { ChartProps } from "./run-chart";
import { useExperimentsHost } from "./use-experiments";
import type { Signal } from "./view";

export function ChartWords({ chart, experiment }: ChartProps) {
  const { words } = useExperimentsHost();
  const signalText = useSignalText();
  const { signals, left_out } = chart;
  return (
    <>
      <span class="signals">
        {signals.map((each, n) => (
          <span key={n}>{signalText(each)} </span>
        ))}
      </span>
      <span class="unseen">{useDescription({ chart, experiment })}</span>
      {left_out > 0 && <span class="note">{words("experiments.left_out", { n: left_out })}</span>}
    </>
  );
}

function useDescription({ chart, experiment }: ChartProps): string {
  const { lang, words } = useExperimentsHost();
  const { plan, started } = experiment;
  const scale = useScale(plan);
  const { points, segments } = chart;
  const mean = segments[segments.length - 1]!.mean;
  return [
    words("run_chart.described", {
      count: points.length,
      start: day(points[0]!.date, lang),
      end: day(points[points.length - 1]!.date, lang),
      mean: numberText(mean, scale),
    }),
    started && words("experiments.started", { date: day(started, lang) }),
    plan?.criterion &&
      words("experiments.right_if", { bound: bound(plan.criterion, scale, words) }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** These are said alike whether they end with the last reading or did long ago. */
const TIMELESS = new Set(["few_crossings", "no_signal", "too_few", "above_limit", "below_limit"]);

function useSignalText(): (signal: Signal) => string {
  const { lang, words } = useExperimentsHost();
  return ({ kind, count, from = "", to = "", last = false }) =>
    words(`run_chart.${last || TIMELESS.has(kind) ? kind : `${kind}.then`}`, {
      count,
      readings: words("run_chart.readings"),
      day: day(from, lang),
      end: day(to, lang),
    });
}
