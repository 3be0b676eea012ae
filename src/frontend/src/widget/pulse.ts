/**
 * Whether the notebook's kernel still answers. Boards go on without it, over the server's socket;
 * tables and charts do not. It may have gone with the server, so it is asked after each break.
 */

import { signal } from "@preact/signals";
import type { State } from "../connection/state";
import type { Live } from "../host";
import type { Model } from "./model";
import { askForOffer } from "./offer";

const SILENT_MS = 10_000;

export function watchPulse(state: Live<State>, model: () => Model | undefined): Live<boolean> {
  const silent = signal(false);
  let broken = false;
  state.subscribe(({ name }) => {
    if (name === "open" && broken) ask(model(), (is) => (silent.value = is));
    broken = name === "reconnecting" || name === "offline" || (broken && name !== "open");
  });
  return silent;
}

/** Silent once it has not answered for a while; a kernel that was only busy answers later. */
function ask(model: Model | undefined, tell: (silent: boolean) => void): void {
  if (!model) return;
  const waiting = setTimeout(() => tell(true), SILENT_MS);
  void askForOffer(model).offer.then(() => {
    clearTimeout(waiting);
    tell(false);
  });
}
