/** What we use of anywidget's model. */

import type { CommModel } from "../connection/wires";

/** Callbacks get other arguments in other hosts: ignore them, but for a message's content. */
export interface Model extends CommModel {
  get(name: "_component" | "_activity"): string;
  on(name: "msg:custom", callback: (content: unknown) => void): void;
  on(name: "change:_activity" | "change:_component", callback: () => void): void;
  off(name: "msg:custom", callback: (content: unknown) => void): void;
  off(name: "change:_activity" | "change:_component", callback: () => void): void;
}
