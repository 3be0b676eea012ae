/** The readings by day, their average and limits; what chance does not explain has its own shape. */

import { useMemo, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { useWide } from "../parts/wide";
import { ChartFrame } from "./chart-frame";
import { ChartKey } from "./chart-key";
import { ChartTable } from "./chart-table";
import { ChartWords } from "./chart-words";
import { drawn, HEIGHT, WIDTHS, within, type Spot } from "./geometry";
import { meaningOf, UNUSUAL } from "./meaning";
import type { Chart, Experiment } from "./view";

/** Narrower than so many letters it is drawn for a phone. */
const LETTERS = 30;

export interface ChartProps {
  readonly experiment: Experiment;
  readonly chart: Chart;
}

export function RunChart({ experiment, chart: found }: ChartProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWide(ref, LETTERS) ? WIDTHS.wide : WIDTHS.narrow;
  const { plan, started } = experiment;
  const target = plan?.criterion?.compare === "level" ? plan.criterion.threshold : undefined;
  const baseline = plan?.baseline;
  const chart = useMemo(() => within(found, plan?.measure?.form === "count"), [found, plan]);
  const picture = useMemo(
    () => drawn(chart, { width, start: started, target, baseline }),
    [chart, width, started, target, baseline],
  );
  return (
    <figure class="run-chart" aria-labelledby={id}>
      <div class="run-chart-picture" ref={ref}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={id}>
          <ChartFrame picture={picture} width={width} experiment={experiment} />
          <polyline class="path" points={picture.spots.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {picture.spots.map((spot, n) => (
            <Mark key={n} spot={spot} experiment={experiment} />
          ))}
        </svg>
      </div>
      <figcaption id={id}>
        <ChartWords chart={chart} experiment={experiment} />
      </figcaption>
      <ChartKey chart={chart} experiment={experiment} picture={picture} />
      <ChartTable chart={chart} experiment={experiment} />
    </figure>
  );
}

/** A circle for what is as usual; what is not points up where it is good news, else has corners. */
function Mark({ spot: { x, y, label }, experiment }: { spot: Spot; experiment: Experiment }) {
  const meaning = meaningOf(label, experiment);
  if (meaning === "common_cause") return <circle class="usual" cx={x} cy={y} r={4} />;
  return <path class={meaning} d={`M${x} ${y}${UNUSUAL[meaning]}`} />;
}
