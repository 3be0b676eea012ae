/** The bar stays in view over the whole workshop and follows its live activity. */

import { useLayoutEffect, useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { showCode } from "../../code";
import { useHost, useLive } from "../parts/host";
import { Problem, usePerform } from "../parts/perform";
import { canBeDone } from "../../view";
import { liveOf, nextStep, phaseCommand, type Live } from "./live";
import { NextButton } from "./next-button";
import { Phases } from "./phases";
import { TimerControl } from "./timer-control";
import { Voices } from "./voices";

export function Bar() {
  const host = useHost();
  const room = useLive(host.room);
  const live = liveOf(room);
  const step = usePhaseStep(live);
  const open = room.workshop.state === "open";
  return (
    <section class="bar" aria-label={host.words("bar")}>
      <Head live={live} />
      {live && open && <Phases live={live} onPhase={step.go} />}
      {open && <Voices live={live} />}
      {open && (
        <div class="bar-right">
          <TimerControl />
          <NextButton next={nextStep(room)} onPhase={step.go} />
        </div>
      )}
      {live && step.asked && (
        <Ask
          question={host.words(`${live.view.kind}.leave.${live.view.phase}`)}
          detail={host.words(`${live.view.kind}.leave.${live.view.phase}.detail`)}
          yes={host.words(`${live.view.kind}.leave.${live.view.phase}.yes`)}
          onYes={step.confirm}
          onNo={step.cancel}
        />
      )}
      <Problem at="bar" />
    </section>
  );
}

function Head({ live }: { live: Live | undefined }) {
  const host = useHost();
  const { workshop } = useLive(host.room);
  const { here } = useLive(host.presence);
  const finished = workshop.state === "finished";
  const title = live && !finished && host.text(live.view.title);
  const facts = [workshop.team, host.words("bar.here", { n: here })];
  return (
    <div class="bar-head">
      <h2>{workshop.title}</h2>
      <p class="note">
        {facts.join(" · ")} · {host.words("bar.code")} <b class="code">{showCode(workshop.code)}</b>
      </p>
      <p class="note">
        {title && title !== workshop.title && <>{host.words("bar.live", { title })} </>}
        {live && !finished && canBeDone(live.view) && <Ready />}
      </p>
      {finished && <p class="pill">{host.words("bar.finished")}</p>}
    </div>
  );
}

function Ready() {
  const host = useHost();
  const { here, ready } = useLive(host.presence);
  return <span class="pill">{host.words("bar.ready", { n: ready, here })}</span>;
}

/** Moving between phases; leaving a private one is asked first, as it reveals. */
function usePhaseStep(live: Live | undefined) {
  const perform = usePerform();
  const [asked, setAsked] = useState<string>();
  const at = live && `${live.id} ${live.view.phase}`;
  useLayoutEffect(() => setAsked(undefined), [at]);
  const move = (phase: string) => live && void perform("bar", phaseCommand(live, phase));
  return {
    asked,
    go: (phase: string) => (live?.view.private ? setAsked(phase) : move(phase)),
    confirm: () => {
      setAsked(undefined);
      document.querySelector<HTMLElement>(".bar [aria-current=step]")?.focus();
      if (asked) move(asked);
    },
    cancel: () => setAsked(undefined),
  };
}
