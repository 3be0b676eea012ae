/** What everyone answered: bars with their numbers beside them, or the words themselves. */

import { Bars } from "../parts/bars";
import { useOptions } from "./choice";
import { usePollHost } from "./use-poll";
import type { PollView, Results as Round } from "./view";

interface Props {
  readonly view: PollView;
  readonly results: Round;
  readonly mine: string | undefined;
}

export function Results({ view, results, mine }: Props) {
  const { words } = usePollHost();
  return (
    <>
      <p class="note">
        {words("poll.results.from", { n: results.answered })}
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
        {mine === id && <span class="pill">{words("poll.yours")}</span>}
      </>
    ),
    count: results.counts?.[id] ?? 0,
  }));
  return <Bars bars={bars} kind={view.form} />;
}

function Said({ results, mine }: Omit<Props, "view">) {
  const { words } = usePollHost();
  const all = results.words ?? [];
  if (!all.length) return <p>{words("poll.words.none")}</p>;
  return (
    <ul class="said">
      {all.map(({ text, count }) => (
        <li key={text} class={text === mine ? "mine-too" : ""}>
          {text}
          {count > 1 && (
            <>
              {" "}
              <b aria-hidden="true">×{count}</b>
              <span class="unseen">{words("poll.people", { n: count })}</span>
            </>
          )}
          {text === mine && <span class="note"> {words("poll.yours")}</span>}
        </li>
      ))}
    </ul>
  );
}
