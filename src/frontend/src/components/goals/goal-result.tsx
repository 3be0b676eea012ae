/** What everyone answered about one goal, and what can come of it. */

import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { listed } from "../../view";
import { ActButton } from "./item-tools";
import type { Entry, GoalMap } from "./graph";
import { QuestionResult } from "./question-result";
import { useGoalsHost } from "./use-goals";
import type { Round } from "./view";

interface Props {
  readonly entry: Entry;
  readonly map: GoalMap;
  readonly round: Round;
  readonly before: Round | undefined;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function GoalResult({ entry, map, round, before, onAct }: Props) {
  const { role, words } = useGoalsHost();
  const [id, item] = entry;
  const { view, me } = map;
  const now = view.focus === id;
  const leads = role === "facilitator";
  return (
    <li class={`card goal ${now ? "now" : ""}`} data-thing={id}>
      {now && <p class="pill">{words("goals.focus.now")}</p>}
      <h3>{item.text}</h3>
      <div class="question-results">
        {listed(view.questions).map(([question, { title }]) => (
          <QuestionResult
            key={question}
            title={title}
            goal={item.text}
            cell={round.goals[id]?.[question]}
            before={before?.goals[id]?.[question]}
            mine={leads ? undefined : me.ratings?.[id]?.[question]}
          />
        ))}
      </div>
      <div class="row tools">
        {onAct && <ActButton entry={entry} onAct={onAct} />}
        {leads && <FocusButton id={id} text={item.text} now={now} />}
      </div>
    </li>
  );
}

export function FocusButton({ id, text, now }: { id: string; text: string; now: boolean }) {
  const host = useGoalsHost();
  const perform = usePerform();
  const key = now ? "goals.focus.stop" : "goals.focus.start";
  const wish = { kind: "goals.focus", activity: host.id, item: now ? null : id };
  return (
    <button
      class="quiet"
      data-act="focus"
      aria-label={host.words(`${key}.label`, { item: short(text) })}
      onClick={() => void perform("map", wish)}
    >
      {host.words(key)}
    </button>
  );
}
