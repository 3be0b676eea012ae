/** For the facilitator: what is due for review by now, each with a way to begin. */

import { short } from "../parts/text";
import { today } from "../parts/dates";
import type { Board } from "./foresee";
import { dueReviews } from "./order";
import { ReviewDay } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { useLeading } from "./use-leading";

/** The longest overdue; the others stand on the board. */
const SOME = 5;

export function DueNow({ board }: { board: Board }) {
  const { now, role, words } = useExperimentsHost();
  const lead = useLeading("board");
  const due = dueReviews(board.view, today(now()));
  if (role !== "facilitator" || !due.length) return null;
  return (
    <section class="panel due-now" data-thing="due-now">
      <h3>{words("reviews.due", { n: due.length })}</h3>
      <ul class="plain-list">
        {due.slice(0, SOME).map(([id, { title, review }]) => (
          <li key={id} data-thing={`due-${id}`}>
            <span>
              {title} {review && <ReviewDay review={review} />}
            </span>
            <button
              data-act="review"
              aria-label={words("experiments.review.start.label", { title: short(title) })}
              onClick={() => lead.review(id)}
            >
              {words("experiments.review.start")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
