/** Draws a part anew when a live value changes, also one that another bundle made. */

import { useEffect, useState } from "preact/hooks";
import type { Live } from "../host";

export function useLive<T>(live: Live<T>): T {
  const [, draw] = useState({});
  useEffect(() => live.subscribe(() => draw({})), [live]);
  return live.value;
}
