/** The connections of a join page: a look at the door, then the session of a participant. */

import type { Connection } from "../connection/connection";
import { PROTOCOL, type Hello } from "../protocol";
import { connect } from "../shell/connect";
import type { Frame } from "../shell/frame";
import type { RoomView } from "../view";

export interface Introduction {
  readonly name?: string;
  readonly perspective?: string;
}

/** Looks without taking part: what the name form needs, before anybody is counted. */
export function look(frame: Frame): Connection {
  const hello = { type: "hello", protocol: PROTOCOL, observe: true } as const;
  return connect(frame, () => hello, `${frame.page.code}.look`);
}

/** Takes part. The secret makes who returns the same person; the name is said once. */
export function attend({ page, store, lang }: Frame, introduction?: Introduction): Connection {
  const { code } = page;
  const secret = store.secret(code);
  let said = false;
  const hello = (): Hello => ({
    ...{ type: "hello", protocol: PROTOCOL, secret, lang },
    ...(said ? {} : introduction),
  });
  const connection = connect({ page, store }, hello, code);
  const stop = connection.view.subscribe((view) => {
    if (!view) return;
    said = true;
    store.adopt(secret, code, view.workshop.id);
    store.join(code, view.workshop.id);
    queueMicrotask(() => stop());
  });
  return connection;
}

/** Whether this browser was in the workshop before, by another code: then it is the same person. */
export function returns({ page, store }: Frame, { workshop }: RoomView): boolean {
  if (!store.joined(workshop.id)) return false;
  store.secret(page.code, workshop.id);
  return true;
}
