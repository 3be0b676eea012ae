/** A part that folds: what the page holds of it and what the browser shows stay in step. */

import { useState } from "preact/hooks";

export interface Fold {
  readonly open: boolean;
  close(): void;
  /** For the `details` element. */
  readonly details: {
    readonly open: boolean;
    readonly onToggle: (event: { readonly currentTarget: HTMLDetailsElement }) => void;
  };
}

export function useFold(start = false): Fold {
  const [open, setOpen] = useState(start);
  return {
    open,
    close: () => setOpen(false),
    details: { open, onToggle: ({ currentTarget }) => setOpen(currentTarget.open) },
  };
}
