/** The page's links by workshop. Each widget brings a bundle of its own: they meet on globalThis. */

import { Link, type Seat } from "./link";
import type { Model } from "./model";
import { askForOffer } from "./offer";
import { findServer } from "./server";

const KEY = Symbol.for("workshopkit.connections");

type Links = Map<string, Promise<Link>>;

export interface Lease {
  readonly seat: Seat;
  readonly link: Promise<Link>;
  /** The widget goes. */
  release(): void;
}

/** Finds or makes the link to the workshop that the model's kernel offers. */
export function lease(model: Model): Lease {
  const seat: Seat = { model };
  const { offer, cancel } = askForOffer(model);
  let over = false;
  let held: Link | undefined;
  const enter = async (): Promise<Link> => {
    const offered = await offer;
    const link = await linkTo(`${offered.database}/${offered.workshop}`, async (ended) => {
      const base = await findServer(offered.database);
      return new Link(offered, base, seat, ended);
    });
    held = link;
    link.enter(seat, offered);
    if (over) link.leave(seat);
    return link;
  };
  return {
    seat,
    link: enter(),
    release: () => {
      over = true;
      cancel();
      held?.leave(seat);
    },
  };
}

function linkTo(name: string, make: (ended: () => void) => Promise<Link>): Promise<Link> {
  const all = links();
  const found = all.get(name) ?? make(() => all.delete(name));
  all.set(name, found);
  return found;
}

function links(): Links {
  const page = globalThis as unknown as Record<symbol, Links | undefined>;
  return (page[KEY] ??= new Map());
}
