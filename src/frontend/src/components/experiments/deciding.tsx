/** Decide: how people voted, and what the team decides and has learned. */

import { Bars } from "../parts/bars";
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
  const { focus, votes } = board.view;
  const experiment = board.view.experiments.items[focus ?? ""];
  const open = role === "facilitator" && focus && experiment && experiment.stage !== "decided";
  return (
    <>
      <Lead title={words("experiments.decide.lead")}>
        <p>{words("experiments.decide.how")}</p>
      </Lead>
      <NoFocus board={board} />
      <div class="beside">
        {(votes || open) && (
          <div class="decision">
            {votes && <Votes votes={votes} />}
            {open && <DecisionForm key={focus} id={focus} experiment={experiment} />}
          </div>
        )}
        <FocusPart board={board} />
      </div>
      <ChooseFocus board={board} review />
    </>
  );
}

function Votes({ votes }: { votes: Readonly<Record<string, number>> }) {
  const { words } = useExperimentsHost();
  return (
    <section class="votes">
      <h3>{words("experiments.votes")}</h3>
      <Bars
        bars={CHOICES.map((each) => ({
          id: each,
          label: <ChoiceName choice={each} />,
          count: votes[each] ?? 0,
        }))}
      />
    </section>
  );
}
