/** How people think that an action went, as counts, and what they wrote about it. */

import { Bars } from "../parts/bars";
import { useReviewHost } from "./use-review";
import { kindOf, MARKS, type Reviewed, type ReviewView } from "./view";

interface Props {
  readonly id: string;
  readonly action: Reviewed;
  readonly view: ReviewView;
}

export function Tallies({ id, action, view }: Props) {
  const { words } = useReviewHost();
  const counts = view.marks?.[id];
  if (!counts || !MARKS.some((mark) => counts[mark]))
    return <p class="note">{words("action_review.marks.none")}</p>;
  const label = (mark: string) => words(`action_review.mark.${kindOf(action)}.${mark}`);
  return <Bars bars={MARKS.map((id) => ({ id, label: label(id), count: counts[id] }))} />;
}

/** The same in one line, for what is not talked about now. */
export function TallyLine({ id, action, view }: Props) {
  const { words } = useReviewHost();
  const counts = view.marks?.[id];
  const given = MARKS.filter((mark) => counts?.[mark]);
  if (!counts || !given.length) return null;
  const one = (mark: (typeof MARKS)[number]) =>
    `${words(`action_review.mark.${kindOf(action)}.${mark}`)}: ${counts[mark]}`;
  return <p class="note">{given.map(one).join(" · ")}</p>;
}

export function Notes({ id, view }: Omit<Props, "action">) {
  const { words } = useReviewHost();
  const notes = view.notes?.[id] ?? [];
  if (!notes.length) return null;
  return (
    <div class="notes">
      <h4>{words("action_review.notes")}</h4>
      <ul>
        {notes.map((note, at) => (
          <li key={at}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
