import { useHost } from "../parts/host";
import type { PollMe, PollView } from "./view";

/** The host of a poll's parts. */
export function usePollHost() {
  return useHost<PollView, PollMe>();
}
