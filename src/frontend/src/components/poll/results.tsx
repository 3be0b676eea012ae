/** What everyone answered: bars with their numbers beside them, or the words themselves. */

import { listed } from "../../view";
import { End } from "./choice";
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
  return (
    <>
      <p class="note">
        {words(view.form === "several" ? "poll.results.people" : "poll.results.from", {
          n: results.answered,
        })}
        {results.round > 1 && ` · ${words("poll.round", { round: results.round })}`}
      </p>
      {view.form === "words" ? (
        <Said results={results} mine={mine} />
      ) : (
        <Bars view={view} results={results} mine={mine} />
      )}
    </>
  );
}

function Bars({ view, results, mine }: Props) {
  const host = usePollHost();
  const options = listed(view.options);
  const several = view.form === "several";
  const count = (id: string) => results.counts?.[id] ?? 0;
  const full = several ? results.answered : Math.max(...options.map(([id]) => count(id)));
  return (
    <ul class={`bars ${view.form}`}>
      {options.map(([id, option], at) => (
        <li key={id}>
          <span class="bar-label">
            {host.text(option.label)}
            <End view={view} at={at} />
            {mine.includes(id) && <span class="pill">{host.words("poll.yours")}</span>}
          </span>
          <span class="bar-track" aria-hidden="true">
            <i style={{ width: `${(100 * count(id)) / Math.max(1, full)}%` }} />
          </span>
          <BarCount n={count(id)} all={several ? results.answered : undefined} />
        </li>
      ))}
    </ul>
  );
}

/** Of several each bar is so many of all who answered; else a number says enough to the eye. */
function BarCount({ n, all }: { n: number; all: number | undefined }) {
  const { words } = usePollHost();
  if (all !== undefined) return <b class="bar-count">{words("poll.people.of", { n, all })}</b>;
  return (
    <span class="bar-count">
      <b>{n}</b>
      <span class="unseen"> {words("poll.people", { n })}</span>
    </span>
  );
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
