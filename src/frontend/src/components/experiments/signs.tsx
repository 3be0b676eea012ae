/** Verdicts, decisions and due days in words, each with a sign: colour alone tells nothing. */

import { day } from "../parts/text";
import { dueOn, today } from "../parts/dates";
import { useExperimentsHost } from "./use-experiments";
import type { Choice, Expected } from "./view";

const OUTCOME_SIGNS: Readonly<Record<Expected, string>> = {
  met: "✓",
  not_met: "✗",
  inconclusive: "?",
  cannot_say: "–",
};
const CHOICE_SIGNS: Readonly<Record<Choice, string>> = {
  adopt: "+",
  adapt: "△",
  abandon: "×",
  keep_testing: "↻",
};

interface SignedProps {
  readonly sign: string;
  readonly kind: string;
  readonly text: string;
}

function Signed({ sign, kind, text }: SignedProps) {
  return (
    <span class={`signed ${kind}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>{" "}
      {text}
    </span>
  );
}

export function OutcomeName({ outcome }: { outcome: Expected }) {
  const { words } = useExperimentsHost();
  const text = words(`experiments.outcome.${outcome}`);
  return <Signed sign={OUTCOME_SIGNS[outcome]} kind={outcome} text={text} />;
}

export function ChoiceName({ choice }: { choice: Choice }) {
  const { words } = useExperimentsHost();
  const text = words(`experiments.choice.${choice}`);
  return <Signed sign={CHOICE_SIGNS[choice]} kind={choice} text={text} />;
}

/** What was decided: "adopted" rather than "adopt". */
export function DecidedName({ choice }: { choice: Choice }) {
  const { words } = useExperimentsHost();
  const text = words(`experiments.decided.${choice}`);
  return <Signed sign={CHOICE_SIGNS[choice]} kind={choice} text={text} />;
}

/** When the review is, and whether that day has come. */
export function ReviewDay({ review }: { review: string }) {
  const { lang, now, words } = useExperimentsHost();
  const due = dueOn(review, today(now()));
  const text = words(`experiments.review.${due}`, { date: day(review, lang) });
  if (due === "coming") return <span class="note">{text}</span>;
  return <Signed sign="!" kind={`due ${due}`} text={text} />;
}
