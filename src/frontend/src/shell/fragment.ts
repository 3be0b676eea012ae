/**
 * What a link carries behind its `#`: a secret or a ticket, for this page alone. Browsers send it
 * to no server, so it is in no log; it is taken out of the address bar at once, for screens are
 * projected and addresses are passed on.
 */

const RIGHT = /^#([0-9a-f]{64})$/;

export function takeFragment(): string | undefined {
  const found = RIGHT.exec(location.hash)?.[1];
  if (found) history.replaceState(history.state, "", location.pathname + location.search);
  return found;
}

/** The same page opened again in the same tab, with another `#`, is not loaded by itself. */
export function watchFragment(): void {
  addEventListener("hashchange", () => RIGHT.test(location.hash) && location.reload());
}
