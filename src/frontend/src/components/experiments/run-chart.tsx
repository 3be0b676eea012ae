/** The readings by day, their average and limits; what chance does not explain has its own shape. */

import { useMemo, useRef } from "preact/hooks";
import { day } from "../parts/text";
import { useWidth } from "../parts/wide";
import { ChartFrame } from "./chart-frame";
import { ChartKey } from "./chart-key";
import { ChartTable } from "./chart-table";
import { drawn, HEIGHTS, WIDTH, within, type Spot } from "./geometry";
import { numberText } from "./numbers";
import { markOf, type MarkKind } from "./order";
import { bound, useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Chart, Experiment, Signal } from "./view";

/** A room looks from further away: all is drawn so many times as large. */
const WALL = 1.3;

interface Props {
  readonly experiment: Experiment;
  readonly chart: Chart;
}

export function RunChart({ experiment, chart: found }: Props) {
  const { role } = useExperimentsHost();
  const { criterion, measure, baseline } = experiment.plan ?? {};
  const chart = useMemo(() => within(found, measure?.form === "count"), [found, measure?.form]);
  const target = criterion?.compare === "level" ? criterion.threshold : undefined;
  const ref = useRef<HTMLDivElement>(null);
  const room = useWidth(ref, WIDTH);
  const looks = role === "observer";
  const width = looks ? Math.round(room / WALL) : room;
  const height = looks ? HEIGHTS.wall : HEIGHTS.other;
  const picture = useMemo(
    () => drawn(chart, { width, height, start: experiment.started, target, baseline }),
    [chart, width, height, experiment.started, target, baseline],
  );
  return (
    <figure class="run-chart">
      <div class="run-chart-picture" ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={useDescribed(chart, experiment)}
        >
          <ChartFrame picture={picture} experiment={experiment} />
          <polyline class="path" points={picture.spots.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {picture.spots.map((spot, n) => (
            <Mark key={n} spot={spot} kind={markOf(spot.label, experiment)} />
          ))}
        </svg>
      </div>
      <figcaption>
        <Signals chart={chart} />
      </figcaption>
      <ChartKey chart={chart} experiment={experiment} />
      <ChartTable chart={chart} experiment={experiment} />
    </figure>
  );
}

/** A circle for what is as usual; what is not points up where it is good news, else has corners. */
function Mark({ spot: { x, y }, kind }: { spot: Spot; kind: MarkKind }) {
  if (kind === "usual") return <circle class={kind} cx={x} cy={y} r={4} />;
  if (kind === "better") return <path class={kind} d={`M${x} ${y - 7}l7 12h-14z`} />;
  return <rect class={kind} x={x - 5} y={y - 5} width={10} height={10} />;
}

/** What the picture shows and says, for those who do not see it. */
function useDescribed({ points, segments, signals }: Chart, experiment: Experiment): string {
  const { lang, words } = useExperimentsHost();
  const { plan, started } = experiment;
  const scale = useScale(plan);
  const shown = words("run_chart.described", {
    n: points.length,
    count: points.length,
    start: day(points[0]!.date, lang),
    end: day(points[points.length - 1]!.date, lang),
    mean: numberText(segments[segments.length - 1]!.mean, scale),
  });
  const right = plan?.criterion && bound(plan.criterion, scale, words);
  return [
    shown,
    ...signals.map((each) => signalText(each, words, lang)),
    started && words("experiments.started", { date: day(started, lang) }),
    right && words("experiments.right_if", { bound: right }),
  ]
    .filter(Boolean)
    .join(" ");
}

function Signals({ chart }: { chart: Chart }) {
  const { lang, words } = useExperimentsHost();
  const { signals, left_out } = chart;
  return (
    <>
      {signals.map((each, n) => (
        <span key={n}>{signalText(each, words, lang)} </span>
      ))}
      {left_out > 0 && <span class="note">{words("experiments.left_out", { n: left_out })}</span>}
    </>
  );
}

const LIMITS = new Set(["above_limit", "below_limit"]);
const TIMELESS = new Set(["few_crossings", "no_signal", "too_few", ...LIMITS]);

function signalText(
  { kind, count, from = "", to = "", last = false }: Signal,
  words: ReturnType<typeof useExperimentsHost>["words"],
  lang: string,
): string {
  const several = LIMITS.has(kind) && count > 1 ? ".more" : "";
  const key = last || TIMELESS.has(kind) ? `${kind}${several}` : `${kind}.then`;
  return words(`run_chart.${key}`, {
    n: count,
    count,
    readings: words("run_chart.readings"),
    day: day(from, lang),
    end: day(to, lang),
  });
}
