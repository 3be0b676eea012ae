/** A reading in words: its day, its number, and what is special about it. */

import { day } from "../parts/text";
import { numberText } from "./numbers";
import { useScale } from "./sheet";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment, Reading } from "./view";

type Said = Pick<Reading, "date" | "value"> & Partial<Reading>;

export function useReadingText({ plan }: Experiment): (reading: Said) => string {
  const { lang, words } = useExperimentsHost();
  const scale = useScale(plan);
  const countText = (value: number, of: number) =>
    words("experiments.reading.of.said", {
      value,
      of,
      share: of > 0 ? numberText(value / of, scale) : "–",
    });
  return ({ date, value, of, arm, guardrail, corrected = 0 }) => {
    const guard = plan?.guardrails.find(({ id }) => id === guardrail);
    const own = guard ? { ...scale, share: false, unit: guard.unit ?? "" } : scale;
    const level = of === undefined ? numberText(value, own, { exact: true }) : countText(value, of);
    const notes = [
      guard?.name,
      arm === "control" && !guard && words("experiments.arm.control"),
      corrected > 0 && words("experiments.reading.corrected"),
    ].filter(Boolean);
    return [`${day(date, lang)}: ${level}`, ...notes].join(" · ");
  };
}
