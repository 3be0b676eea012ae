/** What is live in a workshop, and what would come next. */

import type { Command } from "../../host";
import { listed, type ActivityView, type RoomView, type Words } from "../../view";

export interface Live {
  readonly id: string;
  readonly view: ActivityView;
}

/** The next phase of the live activity, or, after its last one, the next item of the agenda. */
export type Next =
  | { readonly kind: "phase"; readonly phase: string }
  | { readonly kind: "item"; readonly id: string; readonly title: Words };

export function liveOf(room: RoomView): Live | undefined {
  const id = room.workshop.live;
  const view = id === undefined ? undefined : room.activities[id];
  return id === undefined || view === undefined ? undefined : { id, view };
}

export function nextStep(room: RoomView): Next | undefined {
  const live = liveOf(room);
  const phase = live && live.view.phases[live.view.phases.indexOf(live.view.phase) + 1];
  if (live && phase !== undefined) return { kind: "phase", phase };
  const items = listed(room.agenda);
  const next = items[live ? items.findIndex(([id]) => id === live.id) + 1 : 0];
  return next && { kind: "item", id: next[0], title: next[1].title };
}

export function phaseCommand(live: Live, phase: string): Command {
  return { kind: `${live.view.kind}.move_phase`, activity: live.id, phase };
}
