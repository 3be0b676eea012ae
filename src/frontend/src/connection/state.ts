/** What the core of a connection tells its shell: a state, and what to do. */

import type { Ack } from "../host";
import type { Command } from "../protocol";

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Where the connection stands. `refused` and `finished` are for good: nothing is tried again. */
export type State =
  | { readonly name: "connecting" }
  | { readonly name: "open" }
  | { readonly name: "reconnecting"; readonly attempt: number }
  | { readonly name: "offline" }
  | { readonly name: "refused"; readonly refusal: Refusal }
  | { readonly name: "finished" };

/** `retry`: try again. `welcome`: none came. `answer`: a command had none. `settle`: no view came. */
export type Alarm = "retry" | "welcome" | "answer" | "settle";

export type Effect =
  | { readonly do: "open" }
  | { readonly do: "close" }
  | { readonly do: "transmit"; readonly text: string }
  /** Ring once after `ms`, in place of any alarm of that name. */
  | { readonly do: "set"; readonly alarm: Alarm; readonly ms: number }
  | { readonly do: "clear"; readonly alarm: Alarm }
  | { readonly do: "acknowledge"; readonly ack: Ack }
  | {
      readonly do: "refuse";
      readonly id: string;
      readonly refusal: Refusal;
      readonly command: Command;
    };

export function assertNever(value: never): never {
  throw new Error(`Not a case: ${JSON.stringify(value)}`);
}
