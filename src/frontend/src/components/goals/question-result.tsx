/** The answers to one question about one goal: all together, by perspective, and the round before. */

import type { Words } from "../../view";
import { short } from "../parts/text";
import { Aside } from "./aside";
import { JUDGEMENT_SIGNS, judge } from "./judgement";
import { SpreadTable } from "./spread";
import { useGoalsHost } from "./use-goals";
import { CANNOT_SAY, type Cell } from "./view";

interface Props {
  readonly title: Words;
  readonly goal: string;
  readonly cell: Cell | undefined;
  readonly before: Cell | undefined;
  /** Never on the screen of whoever leads: the room may be looking at it. */
  readonly mine: string | undefined;
}

export function QuestionResult({ title, goal, cell, before, mine }: Props) {
  const host = useGoalsHost();
  const { words } = host;
  const asked = host.text(title);
  const caption = `${short(goal)}: ${asked}`;
  if (!cell) return null;
  return (
    <section class="question-result">
      <h4>{asked}</h4>
      <Verdict cell={cell} />
      <SpreadTable spread={cell} caption={caption} />
      {mine && (
        <p class="note">
          {words("goals.yours", { answer: mine === CANNOT_SAY ? words("goals.cannot_say") : mine })}
        </p>
      )}
      {before && <Before cell={cell} before={before} caption={caption} />}
      <ByPerspective cell={cell} caption={caption} />
    </section>
  );
}

function Verdict({ cell }: { cell: Cell }) {
  const { words } = useGoalsHost();
  const judgement = judge(cell);
  const middle = judgement !== "one" && cell.median !== undefined;
  return (
    <p class={`verdict ${judgement}`}>
      <span aria-hidden="true">{JUDGEMENT_SIGNS[judgement]}</span> {words(`goals.is.${judgement}`)}
      {middle && <span class="note"> {words("goals.middle", { value: cell.median! })}</span>}
    </p>
  );
}

function Before({ cell, before, caption }: { cell: Cell; before: Cell; caption: string }) {
  const { words } = useGoalsHost();
  const moved =
    before.median !== undefined && cell.median !== undefined
      ? words("goals.moved", { before: before.median, after: cell.median })
      : "";
  const label = words("goals.before");
  return (
    <Aside kind="before" title={[label, moved].filter(Boolean).join(" · ")}>
      <SpreadTable spread={before} caption={`${caption} · ${label}`} small />
    </Aside>
  );
}

function ByPerspective({ cell, caption }: { cell: Cell; caption: string }) {
  const { words } = useGoalsHost();
  const parts = Object.entries(cell.by ?? {});
  if (!parts.length) return null;
  return (
    <Aside kind="by" title={words("goals.by")}>
      {parts.map(([perspective, spread]) => (
        <div key={perspective}>
          <p>{perspective}</p>
          <SpreadTable spread={spread} caption={`${caption} · ${perspective}`} small />
        </div>
      ))}
    </Aside>
  );
}
