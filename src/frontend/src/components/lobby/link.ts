/** The addresses of a workshop, from the one that phones can reach. */

import type { JoinAddress } from "../../host";

export interface Links {
  readonly join: string;
  readonly screen: string;
  /** What one types by hand: the address without its scheme and code. */
  readonly typed: string;
}

export function linksOf(address: JoinAddress | undefined, code: string): Links | undefined {
  if (!address?.url) return undefined;
  const base = address.url.endsWith("/") ? address.url : `${address.url}/`;
  const root = base.replace(/join\/$/, "");
  return {
    join: `${base}${encodeURIComponent(code)}`,
    screen: `${root}screen/${encodeURIComponent(code)}`,
    typed: root.replace(/^https?:\/\//, ""),
  };
}
