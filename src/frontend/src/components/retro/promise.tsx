/** What we promise about who sees the cards: no more than is true. */

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

function Lock() {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
    >
      <rect x="4" y="9" width="12" height="8" rx="2" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </svg>
  );
}
