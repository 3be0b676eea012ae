/** How long to wait before another try: longer each time, and never all browsers at once. */

const FIRST = 500;
const LONGEST = 8_000;

/** Milliseconds before try `attempt` (from 1); `chance` is a number from 0 to 1. */
export function backoff(attempt: number, chance: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 10));
  return Math.round(ceiling / 2 + (chance * ceiling) / 2);
}
