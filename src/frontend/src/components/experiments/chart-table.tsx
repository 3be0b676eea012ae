/** The readings of a run chart as a table, the latest first. */

import { day } from "../parts/text";
import { meaningOf } from "./meaning";
import { numberText } from "./numbers";
import type { ChartProps } from "./run-chart";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";

export function ChartTable({ chart, experiment }: ChartProps) {
  const { lang, role, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  if (role === "observer") return null;
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
              <td>{words(`run_chart.${meaningOf(label, experiment)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
