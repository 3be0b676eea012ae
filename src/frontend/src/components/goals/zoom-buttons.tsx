/** Larger, smaller, all of it. */

import { useGoalsHost } from "./use-goals";
import type { Zoom } from "./use-zoom";

export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  const { words, announce } = useGoalsHost();
  const say = (change: () => void, key: string) => () => {
    change();
    announce(words(key));
  };
  return (
    <div class="row zoom" role="group" aria-label={words("goals.zoom")}>
      <button aria-label={words("goals.zoom.out")} onClick={say(zoom.out, "goals.zoom.smaller")}>
        −
      </button>
      <button aria-label={words("goals.zoom.in")} onClick={say(zoom.in, "goals.zoom.larger")}>
        +
      </button>
      <button onClick={say(zoom.fit, "goals.zoom.whole")}>{words("goals.zoom.fit")}</button>
    </div>
  );
}
