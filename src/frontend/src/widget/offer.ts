/** What a kernel offers to a widget that asks: which workshop it is, and the right to lead it. */

import type { Model } from "./model";

export interface Offer {
  /** The id of the kernel's database: a server with another one cannot carry this workshop. */
  readonly database: string;
  readonly workshop: string;
  readonly code: string;
  readonly ticket: string;
}

/** Asks the kernel; it answers when it is not busy with cells. `cancel` gives up waiting. */
export function askForOffer(model: Model): { offer: Promise<Offer>; cancel: () => void } {
  let cancel = (): void => undefined;
  const offer = new Promise<Offer>((resolve) => {
    const heard = (content: unknown): void => {
      if ((content as { type?: unknown } | null)?.type !== "offer") return;
      model.off("msg:custom", heard);
      resolve(content as Offer);
    };
    cancel = () => model.off("msg:custom", heard);
    model.on("msg:custom", heard);
    model.send({ type: "open" });
  });
  return { offer, cancel };
}
