/** The one button that always names what comes next. */

import { useHost } from "../parts/host";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import type { Next } from "./live";

interface Props {
  readonly next: Next | undefined;
  readonly onPhase: (phase: string) => void;
}

export function NextButton({ next, onPhase }: Props) {
  const host = useHost();
  const perform = usePerform();
  if (!next) return null;
  const title =
    next.kind === "phase" ? host.words(`phase.${next.phase}`) : short(host.text(next.title), 32);
  const go = () =>
    next.kind === "phase"
      ? onPhase(next.phase)
      : void perform("bar", { kind: "workshop.make_live", activity: next.id });
  return (
    <button class="primary next" onClick={go}>
      {host.words(next.kind === "phase" ? "bar.next" : "bar.next.item", { title })}
    </button>
  );
}
