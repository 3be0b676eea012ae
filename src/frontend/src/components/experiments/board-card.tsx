/** One experiment on the board: what it is, how far it has come, what was decided. */

import { short } from "../parts/text";
import type { Entry } from "./order";
import { Progress } from "./progress";
import { DecidedName, OutcomeName, ReviewDay } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

interface Props {
  readonly entry: Entry;
  readonly pending: boolean;
  readonly focused: boolean;
  readonly onOpen?: ((id: string) => void) | undefined;
}

export function BoardCard({ entry, pending, focused, onOpen }: Props) {
  const { words } = useExperimentsHost();
  const [id, experiment] = entry;
  const { title, owner, belief, review, stage } = experiment;
  const now = focused ? "now" : "";
  return (
    <li class={`card stage-${stage} ${now} ${pending ? "pending" : ""}`} data-thing={id}>
      {focused && <p class="pill">{words("experiments.focus.now")}</p>}
      <h5>{title}</h5>
      {belief && <p class="belief">{words("experiments.belief.of", { belief })}</p>}
      {owner && <p class="note">{words("experiments.owner.of", { owner })}</p>}
      {review && <ReviewDay review={review} />}
      {stage !== "decided" && <Progress experiment={experiment} />}
      <Said experiment={experiment} />
      {pending && <p class="note">{words("sending")}</p>}
      {onOpen && !pending && <OpenButton title={title} onOpen={() => onOpen(id)} />}
    </li>
  );
}

function OpenButton({ title, onOpen }: { title: string; onOpen: () => void }) {
  const { words } = useExperimentsHost();
  return (
    <button
      class="quiet"
      data-act="open"
      aria-label={words("experiments.open.label", { title: short(title) })}
      onClick={onOpen}
    >
      {words("experiments.open")}
    </button>
  );
}

/**
 * What the readings said, once it is decided. Before that nothing is said on the board: a verdict on
 * the way tempts to stop where it looks well, and to expect what one has seen.
 */
function Said({ experiment }: { experiment: Experiment }) {
  const { stage, decision } = experiment;
  if (stage !== "decided" || !decision) return null;
  return (
    <>
      {decision.outcome && <OutcomeName outcome={decision.outcome} />}
      <DecidedName choice={decision.choice} />
    </>
  );
}
