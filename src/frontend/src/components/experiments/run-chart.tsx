/** The readings by day, their average and limits; what chance does not explain has its own shape. */

import { useMemo, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { day } from "../parts/text";
import { useWide } from "../parts/wide";
import { drawn, HEIGHT, PAD, WIDTHS, type Drawn, type Spot } from "./geometry";
import { locale, numberText } from "./numbers";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Chart, Experiment, Signal } from "./view";

/** Narrower than so many letters it is drawn for a phone. */
const LETTERS = 30;
const UP = /(above|up)/;

interface Props {
  readonly experiment: Experiment;
  readonly chart: Chart;
}

export function RunChart({ experiment, chart }: Props) {
  const { words } = useExperimentsHost();
  const id = useId();
  const criterion = experiment.plan?.criterion;
  const target = criterion?.compare === "level" ? criterion.threshold : undefined;
  const ref = useRef<HTMLDivElement>(null);
  const width = useWide(ref, LETTERS) ? WIDTHS.wide : WIDTHS.narrow;
  const picture = useMemo(
    () => drawn(chart, { width, start: experiment.started, target }),
    [chart, width, experiment.started, target],
  );
  const good = criterion?.direction !== "at_most";
  return (
    <figure class="run-chart" aria-labelledby={id}>
      <div class="run-chart-picture" ref={ref}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={id}>
          <Frame picture={picture} width={width} experiment={experiment} />
          <polyline class="path" points={picture.spots.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {picture.spots.map((spot, n) => (
            <Mark key={n} spot={spot} good={good} />
          ))}
        </svg>
      </div>
      <figcaption id={id}>
        <Said chart={chart} experiment={experiment} />
      </figcaption>
      <p class="note key">
        <span aria-hidden="true">● </span>
        {words("run_chart.common_cause")} · <span aria-hidden="true">▲ </span>
        {words("run_chart.improvement")} · <span aria-hidden="true">■ </span>
        {words("run_chart.concern")}
      </p>
      <Table chart={chart} experiment={experiment} />
    </figure>
  );
}

interface FrameProps {
  readonly picture: Drawn;
  readonly width: number;
  readonly experiment: Experiment;
}

function Frame({ picture, width, experiment }: FrameProps) {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const date = new Intl.DateTimeFormat(locale(lang), {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const last = picture.days.length - 1;
  return (
    <g class="frame">
      {picture.ticks.map(({ y, value }) => (
        <g key={value}>
          <line class="grid" x1={PAD.left} x2={width - PAD.right} y1={y} y2={y} />
          <text x={48} y={y + 4} text-anchor="end">
            {numberText(value, { ...scale, unit: "" })}
          </text>
        </g>
      ))}
      {picture.days.map(({ x, date: on }, n) => (
        <text
          key={on}
          x={x}
          y={HEIGHT - 8}
          text-anchor={n === 0 ? "start" : n === last ? "end" : "middle"}
        >
          {date.format(Date.parse(on))}
        </text>
      ))}
      {picture.levels.map(({ from, to, y, dashed }, n) => (
        <line key={n} class={dashed ? "limit" : "mean"} x1={from} x2={to} y1={y} y2={y} />
      ))}
      {picture.target !== undefined && (
        <>
          <line
            class="target"
            x1={PAD.left}
            x2={width - PAD.right}
            y1={picture.target}
            y2={picture.target}
          />
          <text class="target-name" x={60} y={picture.target - 5}>
            {words("run_chart.target")}
          </text>
        </>
      )}
      {picture.start !== undefined && (
        <>
          <line class="start" x1={picture.start} x2={picture.start} y1={10} y2={HEIGHT - 30} />
          <text x={picture.start + 5} y={20}>
            {words("run_chart.start")}
          </text>
        </>
      )}
    </g>
  );
}

/** A circle for what is as usual; what is not points up where it is good news, else has corners. */
function Mark({ spot: { x, y, label }, good }: { spot: Spot; good: boolean }) {
  if (label === "common_cause") return <circle class="usual" cx={x} cy={y} r={4} />;
  if (UP.test(label) === good) return <path class="better" d={`M${x} ${y - 7}l7 12h-14z`} />;
  return <rect class="worse" x={x - 5} y={y - 5} width={10} height={10} />;
}

function Said({ chart, experiment }: Props) {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const { points, segments, left_out } = chart;
  const [first, last] = [points[0]!, points[points.length - 1]!];
  const described = words("run_chart.described", {
    count: points.length,
    start: day(first.date, lang),
    end: day(last.date, lang),
    mean: numberText(segments[segments.length - 1]!.mean, scale),
  });
  return (
    <>
      <span class="signals">
        {chart.signals.map((each, n) => (
          <span key={n}>{signalText(each, words, lang)} </span>
        ))}
      </span>
      <span class="unseen">{described}</span>
      {left_out > 0 && <span class="note">{words("experiments.left_out", { n: left_out })}</span>}
    </>
  );
}

const TIMELESS = new Set(["few_crossings", "no_signal", "too_few", "above_limit", "below_limit"]);

function signalText(
  { kind, count, from = "", to = "", last = false }: Signal,
  words: ReturnType<typeof useExperimentsHost>["words"],
  lang: string,
): string {
  const key = last || TIMELESS.has(kind) ? kind : `${kind}.then`;
  return words(`run_chart.${key}`, {
    count,
    readings: words("run_chart.readings"),
    day: day(from, lang),
    end: day(to, lang),
  });
}

/** The same as a table, the latest reading first. */
function Table({ chart, experiment }: Props) {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  const good = experiment.plan?.criterion?.direction !== "at_most";
  const meaning = (label: string) =>
    label === "common_cause" ? label : UP.test(label) === good ? "improvement" : "concern";
  return (
    <details class="readings-table">
      <summary>{words("experiments.table")}</summary>
      <table>
        <caption class="unseen">{experiment.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words("experiments.reading.date")}</th>
            <th scope="col">{words("experiments.reading.value")}</th>
            <th scope="col">{words("experiments.reading.means")}</th>
          </tr>
        </thead>
        <tbody>
          {[...chart.points].reverse().map(({ date, value, label }, n) => (
            <tr key={n}>
              <th scope="row">{day(date, lang)}</th>
              <td>{numberText(value, scale)}</td>
              <td>{words(`run_chart.${meaning(label)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
