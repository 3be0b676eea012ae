/** Something that takes its time and is done once at a time: to press again meanwhile does nothing. */

import { useRef, useState } from "preact/hooks";

export interface Once {
  readonly busy: boolean;
  run(): void;
}

export function useOnce(act: () => Promise<unknown>): Once {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await act();
    running.current = false;
    setBusy(false);
  };
  return { busy, run: () => void run() };
}
