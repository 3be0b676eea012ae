/** What the marks of a run chart stand in: levels, days, the average, limits, the target, the start. */

import { PAD, type Drawn } from "./geometry";
import { locale, tickText } from "./numbers";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Props {
  readonly picture: Drawn;
  readonly experiment: Experiment;
}

export function ChartFrame({ picture, experiment }: Props) {
  const scale = useScale(experiment.plan);
  const values = picture.ticks.map(({ value }) => value);
  return (
    <g class="frame">
      {picture.ticks.map(({ y, value }) => (
        <g key={value}>
          <line class="grid" x1={PAD.left} x2={picture.width - PAD.right} y1={y} y2={y} />
          <text x={PAD.left - 8} y={y + 4} text-anchor="end">
            {tickText(value, values, scale)}
          </text>
        </g>
      ))}
      <Days picture={picture} />
      {picture.levels.map(({ from, to, y, dashed }, n) => (
        <line key={n} class={dashed ? "limit" : "mean"} x1={from} x2={to} y1={y} y2={y} />
      ))}
      <Across kind="baseline" y={picture.baseline} picture={picture} />
      <Across kind="target" y={picture.target} picture={picture} />
      {picture.start !== undefined && <Start x={picture.start} picture={picture} />}
    </g>
  );
}

interface AcrossProps {
  readonly kind: string;
  readonly y: number | undefined;
  readonly picture: Drawn;
}

function Across({ kind, y, picture }: AcrossProps) {
  if (y === undefined) return null;
  return <line class={kind} x1={PAD.left} x2={picture.width - PAD.right} y1={y} y2={y} />;
}

/** With the year where the readings are of several. */
function Days({ picture: { days, height } }: { picture: Drawn }) {
  const { lang } = useExperimentsHost();
  const years = new Set(days.map(({ date }) => date.slice(0, 4)));
  const form = new Intl.DateTimeFormat(locale(lang), {
    day: "numeric",
    month: "short",
    ...(years.size > 1 ? { year: "numeric" as const } : {}),
    timeZone: "UTC",
  });
  const last = days.length - 1;
  const side = (n: number) => (last === 0 || (n > 0 && n < last) ? "middle" : n ? "end" : "start");
  return (
    <>
      {days.map(({ x, date }, n) => (
        <text key={n} x={x} y={height - 8} text-anchor={side(n)}>
          {form.format(Date.parse(date))}
        </text>
      ))}
    </>
  );
}

/** Named above the picture, on the side where there is room. */
function Start({ x, picture }: { x: number; picture: Drawn }) {
  const { words } = useExperimentsHost();
  const late = x > (2 * picture.width) / 3;
  return (
    <>
      <line class="start" x1={x} x2={x} y1={8} y2={picture.height - PAD.bottom} />
      <text x={late ? x - 5 : x + 5} y={18} text-anchor={late ? "end" : "start"}>
        {words("run_chart.start")}
      </text>
    </>
  );
}
