/** Asking the notebook's kernel what only Python can work out. */

import type { Asking, Kernel } from "../host";
import { randomHex } from "../ids";
import type { Model } from "./model";

/** A small computer that is busy, and loads what it needs for the first time. */
const PATIENCE_MS = 60_000;

interface Answer {
  readonly ask?: unknown;
  readonly failed?: unknown;
}

export function kernelOf(model: Model): Kernel {
  return { ask: (type) => ask(model, type) };
}

function ask(model: Model, type: string): Asking {
  const id = randomHex(128);
  let cancel = (): void => undefined;
  const answer = new Promise<unknown>((resolve, reject) => {
    const heard = (content: unknown): void => {
      const said = content as Answer | null;
      if (said?.ask !== id) return;
      cancel();
      if (said.failed) reject(new Error("The kernel could not answer."));
      else resolve(said);
    };
    const late = setTimeout(() => {
      cancel();
      reject(new Error("The kernel did not answer."));
    }, PATIENCE_MS);
    cancel = () => {
      clearTimeout(late);
      model.off("msg:custom", heard);
    };
    model.on("msg:custom", heard);
    model.send({ type, ask: id });
  });
  return { answer, cancel };
}
