/** What is known of an action: who, by when, how it stood before. Overdue is said by the browser. */

import { promiseOf } from "../actions/list";
import { today } from "../parts/text";
import { useReviewHost } from "./use-review";
import type { Reviewed } from "./view";

export function Facts({ action }: { action: Reviewed }) {
  const host = useReviewHost();
  const { words } = host;
  const late = !action.decision && action.due !== undefined && action.due < today(host.now());
  return (
    <div class="facts">
      <p class="action-text">{action.text}</p>
      <p class="note">{promiseOf(action, host)}</p>
      {action.about && <p class="note">{words("actions.from", { about: action.about })}</p>}
      <p class="row">
        {action.keep_doing && <span class="pill">{words("action_review.keep")}</span>}
        {late && <span class="pill late">{words("action_review.overdue")}</span>}
        <span class="note">{before(action, words)}</span>
      </p>
      {action.last_outcome && (
        <p class="note">{words("action_review.last", { outcome: action.last_outcome })}</p>
      )}
    </div>
  );
}

function before({ reviewed }: Reviewed, words: ReturnType<typeof useReviewHost>["words"]): string {
  return reviewed
    ? words("action_review.reviewed", { n: reviewed })
    : words("action_review.reviewed.never");
}
