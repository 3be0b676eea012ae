/** The phases of the live activity: all can be gone to, the present one is marked. */

import { useHost } from "../parts/host";
import type { Live } from "./live";

interface Props {
  readonly live: Live;
  readonly onPhase: (phase: string) => void;
}

export function Phases({ live, onPhase }: Props) {
  const { words } = useHost();
  const { kind, phases, phase } = live.view;
  return (
    <ol class="phases" aria-label={words("bar.phases")}>
      {phases.map((one) => (
        <li key={one}>
          <button
            aria-current={one === phase ? "step" : undefined}
            onClick={() => one !== phase && onPhase(one)}
          >
            {words(`${kind}.phase.${one}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
