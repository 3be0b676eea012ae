/** Everyone's voice, folded away: how evenly people took part, and whose turn it is to talk. */

import { useState } from "preact/hooks";
import type { Voice } from "../../view";
import { useId } from "../../use-id";
import { useHost, useLive } from "../parts/host";
import type { Live } from "./live";
import { TurnTaking } from "./turn-taking";

export function Voices({ live }: { live: Live | undefined }) {
  const host = useHost();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { voices } = useLive(host.room);
  const told = Object.entries(voices?.[live?.id ?? ""] ?? {});
  const hint = told.some(([, voice]) => voice.uneven);
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    document.getElementById(id)?.focus();
  };
  return (
    <>
      <button
        id={id}
        class="compact"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={close}
      >
        {host.words("voices")}
        {hint && (
          <>
            <span class="hint" aria-hidden="true">
              ●
            </span>
            <span class="unseen"> {host.words("voices.hint")}</span>
          </>
        )}
      </button>
      {open && (
        <div class="voices-panel" onKeyDown={close}>
          <TakingPart told={told} />
          <TurnTaking />
        </div>
      )}
    </>
  );
}

function TakingPart({ told }: { told: ReadonlyArray<readonly [string, Voice]> }) {
  const { words } = useHost();
  return (
    <section>
      <h3>{words("voices.part")}</h3>
      {told.length === 0 && <p class="note">{words("voices.none")}</p>}
      {told.map(([part, voice]) => (
        <div key={part} class="voice">
          <p>{words(`voices.share.${part}`, { percent: percent(voice.share) })}</p>
          <p class="note">{words("voices.even", { gini: voice.gini })}</p>
          {voice.uneven && <p>{words("voices.uneven")}</p>}
        </div>
      ))}
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
