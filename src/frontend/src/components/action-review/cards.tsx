/** The action that is talked about now, and the others: decided, or still to come. */

import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import type { About } from "../actions/panel";
import { Problem, usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { DecideForm } from "./decide-form";
import { Facts } from "./facts";
import type { Sight } from "./foresee";
import { Notes, Tallies, TallyLine } from "./tallies";
import { useReviewHost } from "./use-review";
import { kindOf, type Reviewed } from "./view";

interface Props {
  readonly id: string;
  readonly sight: Sight;
  readonly onAct?: ((about: About) => void) | undefined;
}

interface NowProps extends Props {
  /** Where the reading of this card begins. */
  readonly place: Ref<HTMLHeadingElement>;
  readonly onSaved: () => void;
}

export function NowCard({ id, sight, place, onSaved, onAct }: NowProps) {
  const { role, words } = useReviewHost();
  const heading = useId();
  const action = sight.view.actions.items[id];
  if (!action) return null;
  return (
    <section class="card now" aria-labelledby={heading} data-thing={id}>
      <p class="pill">{words("action_review.focus.now")}</p>
      <Facts action={action} heading={{ id: heading, place }} />
      <Tallies id={id} action={action} view={sight.view} />
      <Notes id={id} view={sight.view} />
      {role === "facilitator" && <DecideForm id={id} action={action} onSaved={onSaved} />}
      <div class="row tools">
        <ActButton id={id} action={action} onAct={onAct} />
      </div>
    </section>
  );
}

export function DecidedCard({ id, sight, onAct }: Props) {
  const { role } = useReviewHost();
  const [changing, setChanging] = useState(false);
  const action = sight.view.actions.items[id];
  if (!action) return null;
  const leads = role === "facilitator" && !sight.pending.has(id);
  return (
    <li class={`card ${sight.pending.has(id) ? "pending" : ""}`} data-thing={id}>
      <Facts action={action} />
      <TallyLine id={id} action={action} view={sight.view} />
      <Notes id={id} view={sight.view} />
      <Decided action={action} />
      {changing && (
        <DecideForm
          id={id}
          action={action}
          onSaved={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      )}
      <div class="row tools">
        {leads && !action.decision && <TalkButton id={id} action={action} />}
        {leads && action.decision && !changing && (
          <ChangeButton action={action} onChange={() => setChanging(true)} />
        )}
        <ActButton id={id} action={action} onAct={onAct} />
      </div>
      {!changing && <Problem at={`decide-${id}`} />}
    </li>
  );
}

function Decided({ action }: { action: Reviewed }) {
  const { words } = useReviewHost();
  if (!action.decision) return null;
  return (
    <p class={`decided ${action.decision}`}>
      <b>{words(`action_review.is.${kindOf(action)}.${action.decision}`)}</b>
      {action.outcome && <span> {action.outcome}</span>}
    </p>
  );
}

function TalkButton({ id, action }: { id: string; action: Reviewed }) {
  const { id: activity, words } = useReviewHost();
  const perform = usePerform();
  return (
    <button
      class="quiet"
      data-act="focus"
      aria-label={words("action_review.focus.start.label", { action: short(action.text) })}
      onClick={() => void perform("review", { kind: "action_review.focus", activity, action: id })}
    >
      {words("action_review.focus.start")}
    </button>
  );
}

function ChangeButton({ action, onChange }: { action: Reviewed; onChange: () => void }) {
  const { words } = useReviewHost();
  return (
    <button
      class="quiet"
      data-act="change"
      aria-label={words("action_review.change.label", { action: short(action.text) })}
      onClick={onChange}
    >
      {words("action_review.change")}
    </button>
  );
}

function ActButton({ id, action, onAct }: Omit<Props, "sight"> & { action: Reviewed }) {
  const { words } = useReviewHost();
  if (!onAct) return null;
  return (
    <button
      class="quiet"
      data-act="act"
      aria-label={words("action_review.act.label", { action: short(action.text) })}
      onClick={() => onAct({ id, title: action.text })}
    >
      {words("action_review.act")}
    </button>
  );
}
