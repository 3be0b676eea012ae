/** The projector's connection: by the ticket that its link brought, else by the code alone. */

import type { Connection } from "../connection/connection";
import { PROTOCOL, type Hello } from "../protocol";
import { connect } from "../shell/connect";
import type { Frame } from "../shell/frame";

/** With the ticket it comes back while the door is locked, and by a code that was renewed. */
export function watch({ page, store }: Frame): Connection {
  const name = `screen.${page.code}`;
  if (page.brought) store.keepRight(name, page.brought);
  const hello = (): Hello => {
    const ticket = store.right(name);
    return { type: "hello", protocol: PROTOCOL, observe: true, ...(ticket && { ticket }) };
  };
  const connection = connect({ page, store }, hello, `${page.code}.look`);
  connection.state.subscribe((state) => {
    if (state.name !== "refused" || state.refusal.code !== "wrong_ticket") return;
    if (!store.right(name)) return;
    store.keepRight(name, ""); // it has run out: with the door open the code is enough
    queueMicrotask(() => connection.renew());
  });
  return connection;
}
