/** The addresses of a workshop: for phones, for the projector, for who leads from elsewhere. */

import type { JoinAddress } from "./host";

export interface Links {
  readonly join: string;
  /** What one types by hand: the address without its scheme and code. */
  readonly typed: string;
}

export function linksOf(
  address: JoinAddress | undefined,
  code: string,
  base?: string,
): Links | undefined {
  const root = rootOf(address, base);
  if (root === undefined) return undefined;
  return { join: `${root}join/${code}`, typed: root.replace(/^https?:\/\//, "") };
}

/** The projector mostly hangs on the facilitator's own computer, whose page has a `base`. */
export function screenLink(
  address: JoinAddress | undefined,
  code: string,
  base: string | undefined,
): string | undefined {
  const root = ourAddress(base) ?? rootOf(address, base);
  return root && `${root}screen/${code}`;
}

/** A page with what only its holder may know, behind the `#`: browsers send that to nobody. */
export function withSecret(link: string, secret: string): string {
  return `${link}#${secret}`;
}

/** Our pages beside the notebook's own, as a whole address. */
export function ourAddress(base: string | undefined): string | undefined {
  return base === undefined ? undefined : new URL(`${base}workshopkit/`, location.href).href;
}

/**
 * Where phones find our pages: the server says it or, behind a hub, this page's own address does.
 * None where phones cannot come: no link is better than one that no phone can open.
 */
export function rootOf(address: JoinAddress | undefined, base?: string): string | undefined {
  if (!address || address.reachable === false) return undefined;
  if (address.url) return address.url.replace(/\/?$/, "/").replace(/join\/$/, "");
  return isLoopback(location.hostname) ? undefined : ourAddress(base);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}
