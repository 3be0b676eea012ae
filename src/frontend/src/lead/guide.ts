/** The connection of somebody who leads by a ticket that was lent to this tab. */

import type { Connection } from "../connection/connection";
import { PROTOCOL, type Hello } from "../protocol";
import { connect } from "../shell/connect";
import type { Frame } from "../shell/frame";

/** The ticket that the link brought, kept as long as this tab is open. */
export function ticketOf({ page, store }: Frame): string | undefined {
  const name = `lead.${page.code}`;
  if (page.brought) store.keepRight(name, page.brought);
  return store.right(name);
}

export function guide({ page, store, lang }: Frame, ticket: string): Connection {
  const secret = store.secret(page.code);
  const hello = (): Hello => ({ type: "hello", protocol: PROTOCOL, ticket, secret, lang });
  return connect({ page, store }, hello, `${page.code}.lead`);
}
