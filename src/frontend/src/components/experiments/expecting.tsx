/** Expect: everyone says privately how they think that it went, before they see the readings. */

import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Count } from "./count";
import { Expectation } from "./expectation";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { NoFocus } from "./no-focus";
import { Own } from "./own";
import { useExperimentsHost } from "./use-experiments";

export function Expecting({ board }: { board: Board }) {
  const { words } = useExperimentsHost();
  const { focus, expected = 0 } = board.view;
  return (
    <>
      <Lead title={words("experiments.expect.lead")}>
        <p class="promise">
          <Lock />
          <span>{words("experiments.expect.promise")}</span>
        </p>
      </Lead>
      <NoFocus board={board} />
      {focus !== undefined && <Count n={expected} word="experiments.expected" />}
      <FocusPart board={board} blind />
      {focus !== undefined && (
        <Own>
          <Expectation key={focus} board={board} focus={focus} />
        </Own>
      )}
    </>
  );
}
