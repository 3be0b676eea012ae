/** What is known of an action: who, by when, how it stood before. Overdue is said by the browser. */

import type { Ref } from "preact";
import { promiseOf } from "../actions/list";
import { dueOn, today } from "../parts/dates";
import { useReviewHost } from "./use-review";
import type { Reviewed } from "./view";

interface Props {
  readonly action: Reviewed;
  /** Makes its words a heading, from which the reading goes on. */
  readonly heading?: { readonly id: string; readonly place: Ref<HTMLHeadingElement> };
}

export function Facts({ action, heading }: Props) {
  const host = useReviewHost();
  const { words } = host;
  const promise = promiseOf(action, host);
  const { decision, due } = action;
  const late = !decision && due && dueOn(due, today(host.now())) === "overdue";
  return (
    <div class="facts">
      {heading ? (
        <h3 class="action-text" id={heading.id} ref={heading.place} tabIndex={-1}>
          {action.text}
        </h3>
      ) : (
        <p class="action-text">{action.text}</p>
      )}
      {promise && <p class="note">{promise}</p>}
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
