/** The connections of a join page: a look at the door, then the session of a participant. */

import { Connection } from "../connection/connection";
import { socketAddress, socketWire } from "../connection/wires";
import { PROTOCOL, type Hello } from "../protocol";
import type { Frame } from "../shell/frame";

export interface Introduction {
  readonly name?: string;
  readonly perspective?: string;
}

/** Looks without taking part: what the name form needs, before anybody is counted. */
export function look({ page, store }: Frame): Connection {
  const hello = { type: "hello", protocol: PROTOCOL, observe: true } as const;
  return connect(page, store, () => hello, `${page.code}.look`);
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
  const connection = connect(page, store, hello, code);
  const stop = connection.view.subscribe((view) => {
    if (!view) return;
    said = true;
    store.secret(code, view.workshop.id);
    store.keep(`joined.${code}`, "yes");
    queueMicrotask(() => stop());
  });
  return connection;
}

export function hasJoined({ page, store }: Frame): boolean {
  return store.keeps(`joined.${page.code}`) === "yes";
}

function connect(
  page: Frame["page"],
  store: Frame["store"],
  hello: () => Hello,
  scope: string,
): Connection {
  const open = socketWire(socketAddress(page.base, page.code));
  return new Connection({ open, wire: "socket", hello, store, scope });
}
