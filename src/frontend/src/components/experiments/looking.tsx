/** Look: what the readings say, beside what people expected. */

import { Lead } from "../parts/lead";
import { ChooseFocus } from "./choose-focus";
import { Expectations } from "./expectations";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { MoreReadings } from "./more-readings";
import { NoFocus } from "./no-focus";
import { useExperimentsHost } from "./use-experiments";

export function Looking({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const { expectations } = board.view;
  return (
    <>
      <Lead title={words("experiments.look.lead")}>
        {role !== "observer" && <p>{words("experiments.look.how")}</p>}
      </Lead>
      <NoFocus board={board} />
      <FocusPart
        board={board}
        aside={expectations && <Expectations expectations={expectations} />}
      />
      <MoreReadings board={board} />
      <ChooseFocus board={board} />
    </>
  );
}
