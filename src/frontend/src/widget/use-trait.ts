/** A synced trait of the model, followed. */

import { useEffect, useState } from "preact/hooks";
import type { Model } from "./model";

export function useTrait(model: Model, name: "_component" | "_activity"): string {
  const [value, setValue] = useState(() => model.get(name));
  useEffect(() => {
    const changed = (): void => setValue(model.get(name));
    model.on(`change:${name}`, changed);
    changed();
    return () => model.off(`change:${name}`, changed);
  }, [model, name]);
  return value;
}
