/** Vote: what to do next. Nobody sees the count until voting closes. */

import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { ChoiceOption } from "./choice-option";
import { Said } from "./expecting";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { Expected } from "./looking";
import { NoFocus } from "./no-focus";
import { Own } from "./own";
import { useExperimentsHost } from "./use-experiments";
import { CHOICES } from "./view";

export function Voting({ board }: { board: Board }) {
  const { words } = useExperimentsHost();
  const { focus, expectations } = board.view;
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
          <Said n={board.view.voted ?? 0} word="experiments.voted" />
          <Own>
            <Mine board={board} focus={focus} />
          </Own>
        </>
      )}
      <div class="beside">
        <FocusPart board={board} />
        {expectations && <Expected expectations={expectations} />}
      </div>
    </>
  );
}

function Mine({ board, focus }: { board: Board; focus: string }) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const { vote } = board.me;
  const wish = { activity: host.id, experiment: focus };
  const choose = (choice: string) =>
    void perform("vote", { kind: "experiments.give_vote", ...wish, choice });
  const takeBack = () => void perform("vote", { kind: "experiments.take_vote_back", ...wish });
  return (
    <div class="panel own" data-thing="vote">
      <Radios
        legend={host.words("experiments.vote.question")}
        options={CHOICES.map((each) => ({ id: each, label: <ChoiceOption choice={each} /> }))}
        chosen={vote}
        onChoose={choose}
      />
      <Problem at="vote" />
      {vote !== undefined && (
        <>
          <p class="answered" role="status">
            {host.words(board.pending.has("vote") ? "sending" : "experiments.vote.kept")}
          </p>
          <button class="quiet" onClick={takeBack}>
            {host.words("experiments.vote.back")}
          </button>
        </>
      )}
    </div>
  );
}
