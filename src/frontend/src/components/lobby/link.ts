/** The addresses of a workshop: for phones, and for the projector. */

import type { JoinAddress } from "../../host";

export interface Links {
  readonly join: string;
  /** What one types by hand: the address without its scheme and code. */
  readonly typed: string;
}

export function linksOf(address: JoinAddress | undefined, code: string): Links | undefined {
  const root = rootOf(address);
  if (root === undefined) return undefined;
  return {
    join: `${root}join/${encodeURIComponent(code)}`,
    typed: root.replace(/^https?:\/\//, ""),
  };
}

/** The projector mostly hangs on the facilitator's own computer, whose page has a `base`. */
export function screenLink(
  address: JoinAddress | undefined,
  code: string,
  base: string | undefined,
): string | undefined {
  const root = ourAddress(base) ?? rootOf(address);
  return root && `${root}screen/${encodeURIComponent(code)}`;
}

/** Our pages beside the notebook's own. */
export function ourAddress(base: string | undefined): string | undefined {
  return base === undefined ? undefined : `${base}workshopkit/`;
}

function rootOf(address: JoinAddress | undefined): string | undefined {
  return address?.url?.replace(/\/?$/, "/").replace(/join\/$/, "");
}
