/** What everyone answered: bars with their numbers beside them, or the words themselves. */

import { Bars } from "../parts/bars";
import { useOptions } from "./choice";
import { usePollHost } from "./use-poll";
import type { PollView, Results as Round } from "./view";

interface Props {
  readonly view: PollView;
  readonly results: Round;
  /** What this person answered. */
  readonly mine: readonly string[];
}

export function Results({ view, results, mine }: Props) {
  const { words } = usePollHost();
  const several = view.form === "several";
  return (
    <>
      <p class="note">
        {words(several ? "poll.results.people" : "poll.results.from", { n: results.answered })}
        {results.round > 1 && ` · ${words("poll.round", { round: results.round })}`}
      </p>
      {view.form === "words" ? (
        <Said results={results} mine={mine} />
      ) : (
        <Counts view={view} results={results} mine={mine} />
      )}
    </>
  );
}

function Counts({ view, results, mine }: Props) {
  const { words } = usePollHost();
  const bars = useOptions(view).map(({ id, label }) => ({
    id,
    label: (
      <>
        {label}
        {mine.includes(id) && <span class="pill">{words("poll.yours")}</span>}
      </>
    ),
    count: results.counts?.[id] ?? 0,
  }));
  const all = view.form === "several" ? results.answered : undefined;
  return <Bars bars={bars} kind={view.form} all={all} />;
}

function Said({ results, mine }: Omit<Props, "view">) {
  const { words } = usePollHost();
  const all = results.words ?? [];
  if (!all.length) return <p>{words("poll.words.none")}</p>;
  return (
    <ul class="said">
      {all.map(({ text, count }) => (
        <li key={text} class={mine.includes(text) ? "mine-too" : ""}>
          {text}
          {count > 1 && (
            <>
              {" "}
              <b aria-hidden="true">×{count}</b>
              <span class="unseen">{words("poll.people", { n: count })}</span>
            </>
          )}
          {mine.includes(text) && <span class="note"> {words("poll.yours")}</span>}
        </li>
      ))}
    </ul>
  );
}
