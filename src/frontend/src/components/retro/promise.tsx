/** What we promise about who sees the cards: no more than is true. */

import { Lock } from "../parts/lock";
import { useRetroHost } from "./use-board";

export function Promise({ anonymous }: { anonymous: boolean }) {
  const { role, words } = useRetroHost();
  const who = role === "facilitator" ? "facilitator" : "participant";
  return (
    <p class="promise">
      <Lock />
      <span>
        {words(`retro.promise.${who}`)}{" "}
        {words(anonymous ? "retro.promise.nameless" : "retro.promise.named")}
      </span>
    </p>
  );
}
