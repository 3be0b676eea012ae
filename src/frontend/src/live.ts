/** Live values: a part of a signal, and what survives when the part is gone for a moment. */

import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";

export { signal, type ReadonlySignal, type Signal };

/** A part of `source`, which changes only when that part does. */
export function part<T, P>(source: ReadonlySignal<T>, pick: (value: T) => P): ReadonlySignal<P> {
  return computed(() => pick(source.value));
}

/** The latest value that `pick` found: a component on its way out still has something to draw. */
export function latest<T, P>(
  source: ReadonlySignal<T>,
  pick: (value: T) => P | undefined,
  first: P,
): ReadonlySignal<P> {
  let last = first;
  return computed(() => (last = pick(source.value) ?? last));
}
