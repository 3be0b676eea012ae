/** The timer of the workshop, by the server's clock. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Timer } from "../view";
import type { Say } from "../words";

interface Props {
  readonly timer: Timer | undefined;
  readonly now: () => number;
  readonly say: Say;
  readonly announce: (message: string) => void;
}

export function Clock({ timer, now, say, announce }: Props) {
  const left = useSecondsLeft(timer, now);
  useMilestones(timer, left, say, announce);
  if (!timer || left === undefined) return null;
  const paused = timer.ends === undefined;
  return (
    <span class={`timer${left <= 0 ? " over" : ""}`} role="timer">
      <span class="unseen">{say("timer.label")} </span>
      {left <= 0 ? say("timer.over") : minutes(left)}
      {paused && <span class="note"> {say("timer.paused")}</span>}
    </span>
  );
}

/** Whole seconds left, never below zero. */
export function secondsLeft(timer: Timer, now: number): number {
  const left = timer.ends === undefined ? (timer.left ?? 0) : (Date.parse(timer.ends) - now) / 1000;
  return Math.max(0, Math.ceil(left));
}

export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Drawn anew each time a second has gone. */
function useSecondsLeft(timer: Timer | undefined, now: () => number): number | undefined {
  const left = timer && secondsLeft(timer, now());
  const [, draw] = useState(left);
  useEffect(() => {
    if (timer?.ends === undefined) return;
    const ticking = setInterval(() => draw(secondsLeft(timer, now())), 250);
    return () => clearInterval(ticking);
  }, [timer?.ends]);
  return left;
}

/** A minute before the end, and at the end, it is said aloud: not where a timer begins with less. */
function useMilestones(
  timer: Timer | undefined,
  left: number | undefined,
  say: Say,
  announce: (message: string) => void,
): void {
  const before = useRef<{ readonly ends: string | undefined; readonly left: number }>();
  useEffect(() => {
    const was = before.current;
    before.current = left === undefined ? undefined : { ends: timer?.ends, left };
    if (!timer?.ends || left === undefined || was?.ends !== timer.ends) return;
    if (was.left > 60 && left <= 60 && left > 0) announce(say("timer.minute"));
    if (was.left > 0 && left === 0) announce(say("timer.over"));
  }, [left, timer?.ends]);
}
