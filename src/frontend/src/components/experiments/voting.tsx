/** Vote: what to do next. Nobody sees the count until voting closes. */

import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { ChoiceOption } from "./choice-option";
import { Count } from "./count";
import { Expectations } from "./expectations";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { NoFocus } from "./no-focus";
import { Own } from "./own";
import { useExperimentsHost } from "./use-experiments";
import { CHOICES } from "./view";

export function Voting({ board }: { board: Board }) {
  const { words } = useExperimentsHost();
  const { focus, expectations, voted = 0 } = board.view;
  return (
    <>
      <Lead title={words("experiments.vote.lead")}>
        <p class="promise">
          <Lock />
          <span>{words("experiments.vote.promise")}</span>
        </p>
      </Lead>
      <NoFocus board={board} />
      {focus !== undefined && (
        <>
          <Count n={voted} word="experiments.voted" />
          <Own>
            <Vote board={board} focus={focus} />
          </Own>
        </>
      )}
      <FocusPart
        board={board}
        aside={expectations && <Expectations expectations={expectations} />}
      />
    </>
  );
}

function Vote({ board, focus }: { board: Board; focus: string }) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const { vote } = board.me;
  const wish = { activity: host.id, experiment: focus };
  const choose = (choice: string) =>
    void perform("vote", { kind: "experiments.give_vote", ...wish, choice });
  const takeBack = () => void perform("vote", { kind: "experiments.take_vote_back", ...wish });
  return (
    <div class="panel own-answer" data-thing="vote">
      <Radios
        legend={host.words("experiments.vote.question")}
        options={CHOICES.map((each) => ({ id: each, label: <ChoiceOption choice={each} /> }))}
        chosen={vote}
        onChoose={choose}
      />
      <Problem at="vote" />
      <p class="answered" role="status">
        {vote !== undefined &&
          host.words(board.pending.has("vote") ? "sending" : "experiments.vote.kept")}
      </p>
      {vote !== undefined && (
        <button class="quiet" data-act="back" onClick={takeBack}>
          {host.words("experiments.vote.back")}
        </button>
      )}
    </div>
  );
}
