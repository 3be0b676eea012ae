/** The time that is left, by the server's clock. It speaks at one minute and at the end. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Timer as TimerView } from "../../view";
import type { Host } from "../../host";

type Clock = Pick<Host, "now" | "words" | "announce">;

/** Seconds left, rounded up so that 0:00 means over. */
export function secondsLeft(timer: TimerView, now: number): number {
  const left = timer.ends ? (Date.parse(timer.ends) - now) / 1000 : (timer.left ?? 0);
  return Math.max(0, Math.ceil(left));
}

export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

interface Props {
  readonly timer: TimerView;
  /** A host, or whatever knows the time and the words on a page without one. */
  readonly clock: Clock;
}

export function Timer({ timer, clock }: Props) {
  const left = useSecondsLeft(timer, clock);
  useTimeNews(left, timer, clock);
  const over = left === 0;
  return (
    <span class={`timer ${left <= 60 ? "soon" : ""}`}>
      <span role="timer" aria-label={clock.words("timer.left")}>
        {minutes(left)}
      </span>
      {over && <span class="timer-note">{clock.words("timer.over")}</span>}
      {!over && !timer.ends && <span class="timer-note">{clock.words("timer.paused")}</span>}
    </span>
  );
}

function useSecondsLeft(timer: TimerView, clock: Clock): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    setNow(clock.now());
    if (!timer.ends) return;
    const tick = setInterval(() => setNow(clock.now()), 250);
    return () => clearInterval(tick);
  }, [timer.ends, timer.left]);
  return secondsLeft(timer, now);
}

function useTimeNews(left: number, timer: TimerView, clock: Clock): void {
  const before = useRef(left);
  useEffect(() => {
    const passed = (mark: number) => before.current > mark && left <= mark;
    if (timer.ends && passed(0)) clock.announce(clock.words("timer.over.news"));
    else if (timer.ends && passed(60)) clock.announce(clock.words("timer.minute.news"));
    before.current = left;
  }, [left]);
}
