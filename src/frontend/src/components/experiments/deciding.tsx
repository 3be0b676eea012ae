/** Decide: how people voted, and what the team decides and has learned. */

import { Tally } from "./tally";
import { Lead } from "../parts/lead";
import { ChooseFocus } from "./choose-focus";
import { DecisionForm } from "./decision-form";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { NoFocus } from "./no-focus";
import { ChoiceName } from "./signs";
import { useExperimentsHost } from "./use-experiments";
import { CHOICES } from "./view";

export function Deciding({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const { votes } = board.view;
  return (
    <>
      <Lead title={words("experiments.decide.lead")}>
        {role !== "observer" && <p>{words("experiments.decide.how")}</p>}
      </Lead>
      <NoFocus board={board} />
      <div class="beside decisions">
        <div class="found">
          {votes && <Votes votes={votes} />}
          <Form board={board} />
        </div>
        <FocusPart board={board} />
      </div>
      <ChooseFocus board={board} review />
    </>
  );
}

function Form({ board }: { board: Board }) {
  const { role } = useExperimentsHost();
  const { focus = "", experiments } = board.view;
  const experiment = experiments.items[focus];
  if (role !== "facilitator" || !experiment || experiment.stage === "decided") return null;
  return <DecisionForm key={focus} id={focus} experiment={experiment} />;
}

function Votes({ votes }: { votes: Readonly<Record<string, number>> }) {
  const { words } = useExperimentsHost();
  return (
    <section class="votes">
      <h3>{words("experiments.votes")}</h3>
      <Tally
        bars={CHOICES.map((each) => ({
          id: each,
          label: <ChoiceName choice={each} />,
          count: votes[each] ?? 0,
        }))}
      />
    </section>
  );
}
