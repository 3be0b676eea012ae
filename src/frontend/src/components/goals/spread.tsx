/** A distribution: how many chose each answer, as dots (bars for a crowd) with their numbers. */

import { useGoalsHost } from "./use-goals";
import { ANSWERS, type Spread } from "./view";

/** More than this in a stack, and dots no longer count at a glance. */
const MOST_DOTS = 10;

interface Props {
  readonly spread: Spread;
  /** What it is of, for those who do not see where it stands. */
  readonly caption: string;
  readonly small?: boolean;
}

export function SpreadTable({ spread, caption, small = false }: Props) {
  const { words } = useGoalsHost();
  const all = [...spread.counts, spread.cannot_say];
  const most = Math.max(1, ...all);
  return (
    <table class={`spread ${small ? "small" : ""}`}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {ANSWERS.map((answer) => (
            <th key={answer} scope="col">
              {answer}
            </th>
          ))}
          <th scope="col" class="cannot">
            {words("goals.cannot_say.short")}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          {all.map((count, at) => (
            <td key={at} class={at === 5 ? "cannot" : ""}>
              <Stack count={count} most={most} />
              <b class={count ? "" : "zero"}>{count}</b>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Stack({ count, most }: { count: number; most: number }) {
  if (most > MOST_DOTS)
    return (
      <span class="stack-bar" aria-hidden="true">
        <i style={{ height: `${(100 * count) / most}%` }} />
      </span>
    );
  return (
    <span class="stack-dots" aria-hidden="true" style={{ "--most": most }}>
      {Array.from({ length: count }, (_, at) => (
        <i key={at} />
      ))}
    </span>
  );
}
