/** Start, pause, lengthen and stop the timer. */

import { useState } from "preact/hooks";
import { Clock } from "../../shell/clock";
import { useId } from "../../use-id";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";
import { liveOf } from "./live";

const LONGEST = 480;
const USUAL = 5;

export function TimerControl() {
  const host = useHost();
  const perform = usePerform();
  const { timer } = useLive(host.room);
  const wish = (kind: string, fields = {}) =>
    void perform("bar", { kind: `workshop.${kind}`, ...fields });
  if (!timer) return <TimerStart onStart={(seconds) => wish("start_timer", { seconds })} />;
  const kind = timer.ends ? "pause" : "resume";
  return (
    <div class="timer-control" role="group" aria-label={host.words("timer")} data-thing="timer">
      <Clock timer={timer} now={host.now} say={host.words} announce={host.announce} />
      <button data-act="pause" class="compact" onClick={() => wish(`${kind}_timer`)}>
        {host.words(`timer.${kind}`)}
      </button>
      <button
        class="compact"
        aria-label={host.words("timer.more.label")}
        onClick={() => wish("extend_timer", { seconds: 60 })}
      >
        {host.words("timer.more")}
      </button>
      <button
        class="compact"
        aria-label={host.words("timer.stop.label")}
        onClick={() => wish("stop_timer")}
      >
        {host.words("timer.stop")}
      </button>
    </div>
  );
}

/** What the phase usually takes, until the facilitator says otherwise for this phase. */
function useMinutes() {
  const live = liveOf(useLive(useHost().room));
  const at = live && `${live.id} ${live.view.phase}`;
  const [typed, setTyped] = useState<{ at: string | undefined; minutes: string }>();
  const suggested = live?.view.minutes?.[live.view.phase] ?? USUAL;
  const minutes = typed && typed.at === at ? typed.minutes : String(suggested);
  return [minutes, (minutes: string) => setTyped({ at, minutes })] as const;
}

function TimerStart({ onStart }: { onStart: (seconds: number) => void }) {
  const { words } = useHost();
  const id = useId();
  const [minutes, setMinutes] = useMinutes();
  const start = () => {
    const wanted = Math.round(Number(minutes));
    if (wanted >= 1 && wanted <= LONGEST) onStart(wanted * 60);
    else document.getElementById(id)?.focus();
  };
  return (
    <form
      class="timer-control"
      data-thing="timer"
      onSubmit={(event) => (event.preventDefault(), start())}
    >
      <label for={id}>{words("timer.minutes")}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={LONGEST}
        required
        value={minutes}
        onInput={(event) => setMinutes(event.currentTarget.value)}
      />
      <button class="compact" data-act="start" type="submit">
        {words("timer.start")}
      </button>
    </form>
  );
}
