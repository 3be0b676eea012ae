/** What stands behind the readings of a run chart: numbers, days, and lines to compare with. */

import { HEIGHT, PAD, type Drawn } from "./geometry";
import { locale, numberText } from "./numbers";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Props {
  readonly picture: Drawn;
  readonly width: number;
  readonly experiment: Experiment;
}

export function ChartFrame({ picture, width, experiment }: Props) {
  const { target, baseline, start } = picture;
  const across = (kind: string, y: number) => (
    <line class={kind} x1={PAD.left} x2={width - PAD.right} y1={y} y2={y} />
  );
  return (
    <g class="frame">
      <Ticks picture={picture} width={width} experiment={experiment} />
      <Days picture={picture} />
      {picture.levels.map(({ from, to, y, kind }, n) => (
        <line key={n} class={kind} x1={from} x2={to} y1={y} y2={y} />
      ))}
      {baseline !== undefined && across("baseline", baseline)}
      {target !== undefined && across("target", target)}
      {start !== undefined && (
        <line class="start" x1={start} x2={start} y1={PAD.top - 10} y2={HEIGHT - PAD.bottom + 6} />
      )}
    </g>
  );
}

function Ticks({ picture, width, experiment }: Props) {
  const scale = useScale(experiment.plan);
  return (
    <>
      {picture.ticks.map(({ y, value }) => (
        <g key={value}>
          <line class="grid" x1={PAD.left} x2={width - PAD.right} y1={y} y2={y} />
          <text x={PAD.left - 8} y={y + 4} text-anchor="end">
            {numberText(value, { ...scale, unit: "" }, { exact: true })}
          </text>
        </g>
      ))}
    </>
  );
}

function Days({ picture }: { picture: Drawn }) {
  const { lang } = useExperimentsHost();
  const form = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  const date = new Intl.DateTimeFormat(locale(lang), form);
  return (
    <>
      {picture.days.map(({ x, date: on, anchor }, n) => (
        <text key={n} x={x} y={HEIGHT - 8} text-anchor={anchor}>
          {date.format(Date.parse(on))}
        </text>
      ))}
    </>
  );
}
