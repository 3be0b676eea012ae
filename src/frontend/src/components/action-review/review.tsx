/** One review: everyone looks in private, then the facilitator decides with everyone. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { Deciding } from "./deciding";
import { Looking } from "./looking";
import { useReviewHost, useSight } from "./use-review";
import type { ReviewView } from "./view";

export function Review() {
  const sight = useSight();
  const { role } = useReviewHost();
  useNews(sight.view);
  return (
    <div class={`action-review ${role}`}>
      <Problem at="review" />
      {sight.view.phase === "look" ? <Looking sight={sight} /> : <Deciding sight={sight} />}
    </div>
  );
}

/** Says what has changed for everyone: the phase, or what is talked about now. */
function useNews({ phase, focus, actions }: ReviewView): void {
  const host = useReviewHost();
  const before = useRef({ phase, focus });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { phase, focus };
    const action = actions.items[focus ?? ""];
    if (was.phase !== phase) host.announce(host.words(`action_review.${phase}.news`));
    else if (was.focus !== focus && action)
      host.announce(host.words("action_review.focus.news", { action: short(action.text) }));
    else if (was.focus && !focus) host.announce(host.words("action_review.all.news"));
  }, [phase, focus]);
}
