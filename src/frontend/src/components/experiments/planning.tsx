/** Plan: what the team tries, by stage. Everyone has ideas; the facilitator writes the cards. */

import { useState } from "preact/hooks";
import { Lead } from "../parts/lead";
import { CardPanel } from "./card-panel";
import { DueNow } from "./due-now";
import { FocusPart } from "./focus-part";
import type { Board } from "./foresee";
import { NewIdea } from "./new-idea";
import { Overview } from "./overview";
import { Promised } from "./promised";
import { useExperimentsHost } from "./use-experiments";

export function Planning({ board }: { board: Board }) {
  const { role, words } = useExperimentsHost();
  const [open, setOpen] = useState<string>();
  const leads = role === "facilitator";
  const opened = open === undefined ? undefined : board.view.experiments.items[open];
  return (
    <>
      <Lead title={words("experiments.plan.lead")}>
        <p>{words(`experiments.plan.how.${role}`)}</p>
      </Lead>
      {!opened && <DueNow board={board} />}
      {open !== undefined && opened && (
        <CardPanel
          key={open}
          id={open}
          experiment={opened}
          board={board}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open !== board.view.focus && <FocusPart board={board} />}
      {role !== "observer" && (
        <div class="new-ideas" data-thing="new-idea">
          <NewIdea />
          {leads && <Promised board={board} />}
        </div>
      )}
      {/* A wall has room for one: what is talked about, or all there is. */}
      {(role !== "observer" || board.view.focus === undefined) && (
        <Overview board={board} {...(leads ? { onOpen: setOpen } : {})} />
      )}
    </>
  );
}
