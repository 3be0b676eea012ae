/** The board for a projector: everything everyone may see, and nothing to press. */

import { ActionPanel } from "../actions/panel";
import { inColumn, itemsOf, type Board } from "./board";
import { Columns } from "./columns";
import { cardsNote } from "./grouping";
import { ItemCard } from "./item-card";
import { Lead } from "../parts/lead";
import { TopicList } from "./talking";
import { useRetroHost } from "./use-board";
import { VotedCount } from "./voting";

export function Wall({ board }: { board: Board }) {
  const { words } = useRetroHost();
  const { phase } = board.view;
  if (phase === "discuss" || phase === "act")
    return (
      <div class="talking wall">
        <div class="talk">
          <Lead title={words(`retro.${phase}.lead`)} />
          <TopicList board={board} />
        </div>
        <ActionPanel />
      </div>
    );
  return (
    <>
      <Lead title={words(`retro.${phase}.lead`)}>
        {phase === "write" && <p>{words("retro.promise.wall")}</p>}
        {phase === "vote" && <VotedCount voted={board.view.voted} />}
      </Lead>
      {phase === "write" && (
        <p class="big-count">{words("retro.written", { n: board.view.written })}</p>
      )}
      <WallColumns board={board} />
    </>
  );
}

function WallColumns({ board }: { board: Board }) {
  const host = useRetroHost();
  const { view } = board;
  const writing = view.phase === "write";
  const note = (column: string) => (writing ? undefined : cardsNote(board, column, host.words));
  const items = itemsOf(view);
  return (
    <Columns view={view} narrow="list" note={note}>
      {(column, shown) => (
        <>
          {writing && <p class="prompt">{host.text(shown.prompt)}</p>}
          <ul class="cards">
            {inColumn(items, column).map((item) => (
              <ItemCard key={item.id} item={item} view={view} />
            ))}
          </ul>
        </>
      )}
    </Columns>
  );
}
