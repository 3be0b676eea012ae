/** The facilitator's form for one action: done, goes on or dropped, and what came of it. */

import { useRef, useState } from "preact/hooks";
import { useId } from "../../use-id";
import { useReturn } from "../parts/ask";
import { useFormDraft } from "../parts/draft";
import { dueOn, today } from "../parts/dates";
import { Field } from "../parts/field";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { short } from "../parts/text";
import { TextInput } from "../parts/text-input";
import { useReviewHost } from "./use-review";
import { DECISIONS, kindOf, OUTCOME_LIMIT, OWNER_LIMIT, type Reviewed } from "./view";

interface Fields {
  readonly decision: string;
  readonly outcome: string;
  readonly owner: string;
  readonly due: string;
}

interface Props {
  readonly id: string;
  readonly action: Reviewed;
  readonly onSaved: () => void;
  readonly onCancel?: () => void;
}

export function DecideForm({ id, action, onSaved, onCancel }: Props) {
  const host = useReviewHost();
  const { words } = host;
  const perform = usePerform();
  const back = useReturn();
  const form = useRef<HTMLFormElement>(null);
  const place = `decide-${id}`;
  const draft = useFormDraft<Fields>(place, startOf(action, today(host.now())));
  const [missing, setMissing] = useState(false);
  const change = (fields: Partial<Fields>) => draft.write({ ...draft.now, ...fields });
  const choose = (decision: string) => {
    setMissing(false);
    change({ decision });
  };
  const save = async () => {
    const wanted = draft.now;
    if (!wanted.decision) {
      setMissing(true);
      return form.current?.querySelector<HTMLElement>("input[type=radio]")?.focus();
    }
    draft.clear();
    onSaved();
    const kept = await perform(place, wishOf(host.id, id, wanted));
    if (kept) host.announce(words("action_review.saved"));
    else draft.write(wanted);
  };
  const cancel = () => {
    draft.clear();
    onCancel?.();
    back();
  };
  return (
    <form
      class="decide-form"
      ref={form}
      onSubmit={(event) => (event.preventDefault(), void save())}
      onKeyDown={(event) => event.key === "Escape" && onCancel && cancel()}
    >
      <Choice action={action} chosen={draft.now.decision} missing={missing} onChoose={choose} />
      <Words action={action} now={draft.now} onChange={change} onSend={() => void save()} />
      <Problem at={place} />
      <div class="row">
        <button class="primary" type="submit" data-act="save">
          {words("action_review.save")}
        </button>
        {onCancel && (
          <button type="button" onClick={cancel}>
            {words("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

/** A day that has gone by is not offered again: what goes on needs another one. */
function startOf({ decision, outcome, owner, due }: Reviewed, now: string): Fields {
  return {
    decision: decision ?? "",
    outcome: outcome ?? "",
    owner: owner ?? "",
    due: due && dueOn(due, now) !== "overdue" ? due : "",
  };
}

/** Owner and day go along only with what goes on. */
function wishOf(activity: string, action: string, { decision, outcome, owner, due }: Fields) {
  const goesOn = decision === "keep" ? { owner: owner.trim(), due } : {};
  const said = Object.entries({ outcome: outcome.trim(), ...goesOn }).filter(([, text]) => text);
  return { kind: "action_review.decide", activity, action, decision, ...Object.fromEntries(said) };
}

interface ChoiceProps {
  readonly action: Reviewed;
  readonly chosen: string;
  readonly missing: boolean;
  readonly onChoose: (decision: string) => void;
}

function Choice({ action, chosen, missing, onChoose }: ChoiceProps) {
  const { words } = useReviewHost();
  const kind = kindOf(action);
  return (
    <>
      <Radios
        legend={words("action_review.decide.ask", { action: short(action.text) })}
        legendUnseen
        options={DECISIONS.map((each) => ({
          id: each,
          label: words(`action_review.decide.${kind}.${each}`),
        }))}
        chosen={chosen || undefined}
        onChoose={onChoose}
        kind="marks"
      />
      {missing && (
        <p class="missing" role="alert">
          {words("action_review.decide.missing")}
        </p>
      )}
    </>
  );
}

interface WordsProps {
  readonly action: Reviewed;
  readonly now: Fields;
  readonly onChange: (fields: Partial<Fields>) => void;
  readonly onSend: () => void;
}

function Words({ action, now, onChange, onSend }: WordsProps) {
  const { words } = useReviewHost();
  const id = useId();
  return (
    <>
      <div class="text-input">
        <label for={id}>{words("action_review.outcome")}</label>
        <Field
          id={id}
          value={now.outcome}
          limit={OUTCOME_LIMIT}
          rows={1}
          onText={(outcome) => onChange({ outcome })}
          onSend={onSend}
        />
      </div>
      {now.decision === "keep" && (
        <div class="goes-on">
          <TextInput
            label={words("actions.owner")}
            limit={OWNER_LIMIT}
            value={now.owner}
            onText={(owner) => onChange({ owner })}
          />
          {!action.keep_doing && (
            <TextInput
              type="date"
              label={words("actions.due")}
              value={now.due}
              onText={(due) => onChange({ due })}
            />
          )}
        </div>
      )}
    </>
  );
}
