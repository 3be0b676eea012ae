/** What a run chart shows, as a table: the latest reading first. */

import { day } from "../parts/text";
import { numberText } from "./numbers";
import { isGood } from "./order";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Chart, Experiment } from "./view";

interface Props {
  readonly experiment: Experiment;
  readonly chart: Chart;
}

export function ChartTable({ chart, experiment }: Props) {
  const { lang, role, words } = useExperimentsHost();
  const scale = useScale(experiment.plan);
  // Nobody can unfold anything on a wall.
  if (role === "observer") return null;
  const meaning = (label: string) =>
    label === "common_cause" ? label : isGood(label, experiment) ? "improvement" : "concern";
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
