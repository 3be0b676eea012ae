/** The timer of the workshop, by the server's clock. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
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

function useSecondsLeft(timer: Timer | undefined, now: () => number): number | undefined {
  const left = useSignal(timer && secondsLeft(timer, now()));
  useEffect(() => {
    const look = (): void => void (left.value = timer && secondsLeft(timer, now()));
    look();
    if (timer?.ends === undefined) return;
    const ticking = setInterval(look, 250);
    return () => clearInterval(ticking);
  }, [timer?.ends, timer?.left]);
  return left.value;
}

/** A minute before the end, and at the end, it is said aloud. */
function useMilestones(
  timer: Timer | undefined,
  left: number | undefined,
  say: Say,
  announce: (message: string) => void,
): void {
  const before = useRef(left);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (!timer?.ends || left === undefined || was === undefined) return;
    if (was > 60 && left <= 60 && left > 0) announce(say("timer.minute"));
    if (was > 0 && left === 0) announce(say("timer.over"));
  }, [left]);
}
