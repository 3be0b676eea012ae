/** What the team tried and has to look at now: said at the start of each of its workshops. */

import type { DueReview, Listing } from "../../view";
import { listed } from "../../view";
import type { Say } from "../../words";
import { dueOn, today } from "./dates";
import { day } from "./text";

interface Props {
  readonly reviews: Listing<DueReview>;
  readonly say: Say;
  readonly lang: string;
  /** The server's clock, in ms. */
  readonly now: number;
}

export function DueReviews({ reviews, say, lang, now }: Props) {
  const due = listed(reviews).filter(([, { review }]) => dueOn(review, today(now)) !== "coming");
  if (!due.length) return null;
  return (
    <section class="panel due-reviews">
      <h3>{say("reviews.title")}</h3>
      <p>{say("reviews.due", { n: due.length })}</p>
      <ul class="plain-list">
        {due.map(([id, { title, review }]) => (
          <li key={id}>
            <span class="sign change" aria-hidden="true">
              !
            </span>{" "}
            {say("reviews.since", { title, date: day(review, lang) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
