/**
 * Parts of live values, by subscription alone: in a notebook every widget has a bundle of its own,
 * and a signal of one is not tracked by the effects of another.
 */

import type { Live } from "./host";

/** A part of `source`, which speaks only when that part changes. */
export function part<T, P>(source: Live<T>, pick: (value: T) => P): Live<P> {
  return {
    get value() {
      return pick(source.value);
    },
    subscribe: (fn) => {
      let before: { readonly part: P } | undefined;
      return source.subscribe((value) => {
        const found = pick(value);
        if (before && Object.is(before.part, found)) return;
        before = { part: found };
        fn(found);
      });
    },
  };
}

/** The last part that `pick` found: a component on its way out still has something to draw. */
export function latest<T, P>(
  source: Live<T>,
  pick: (value: T) => P | undefined,
  first: P,
): Live<P> {
  let last = first;
  return part(source, (value) => (last = pick(value) ?? last));
}
