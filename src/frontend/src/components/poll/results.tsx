/** What everyone answered: bars with their numbers beside them, or the words themselves. */

import { listed } from "../../view";
import { End } from "./choice";
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
        <Bars view={view} results={results} mine={mine} />
      )}
    </>
  );
}

function Bars({ view, results, mine }: Props) {
  const host = usePollHost();
  const options = listed(view.options);
  const count = (id: string) => results.counts?.[id] ?? 0;
  const most = Math.max(1, ...options.map(([id]) => count(id)));
  return (
    <ul class={`bars ${view.form}`}>
      {options.map(([id, option], at) => (
        <li key={id}>
          <span class="bar-label">
            {host.text(option.label)}
            <End view={view} at={at} last={options.length - 1} />
            {mine === id && <span class="pill">{host.words("poll.yours")}</span>}
          </span>
          <span class="bar-track" aria-hidden="true">
            <i style={{ width: `${(100 * count(id)) / most}%` }} />
          </span>
          <span class="bar-count">
            <b>{count(id)}</b>
            <span class="unseen"> {host.words("poll.people", { n: count(id) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
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
