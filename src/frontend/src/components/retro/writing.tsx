/** Write: everyone writes cards that nobody else sees yet. */

import { listed } from "../../view";
import { inColumn, isMine, itemsOf, type Board } from "./board";
import { Columns } from "./columns";
import { Composer } from "./composer";
import { ItemCard } from "./item-card";
import { Lead } from "../parts/lead";
import { More } from "./more";
import { MyCard } from "./my-card";
import { Promise as PrivacyPromise } from "./promise";
import { useRetroHost } from "./use-board";

export function Writing({ board }: { board: Board }) {
  const host = useRetroHost();
  const { view } = board;
  const own = (column: string) => mine(board, column).length;
  return (
    <>
      <Lead title={host.words("retro.write.lead")}>
        <PrivacyPromise anonymous={view.anonymous} />
      </Lead>
      <p class={host.role === "facilitator" ? "big-count" : "note written"} role="status">
        {host.words("retro.written", { n: view.written })}
      </p>
      <Columns
        view={view}
        narrow="tabs"
        note={(column) =>
          own(column) ? host.words("retro.mine.count", { n: own(column) }) : undefined
        }
      >
        {(column, shown) => (
          <>
            <p class="prompt">{host.text(shown.prompt)}</p>
            <ul class="cards">
              {mine(board, column).map(([id, card]) => (
                <MyCard
                  key={id}
                  id={id}
                  card={card}
                  kind={shown.kind}
                  pending={board.pending.has(id)}
                />
              ))}
            </ul>
            <Revealed board={board} column={column} />
            <Composer column={column} title={host.text(shown.title)} kind={shown.kind} />
          </>
        )}
      </Columns>
    </>
  );
}

function mine({ me }: Board, column: string) {
  return listed(me.cards).filter(([, card]) => card.column === column);
}

/** After a step back to writing, what was revealed stays revealed. */
function Revealed({ board, column }: { board: Board; column: string }) {
  const host = useRetroHost();
  const items = inColumn(itemsOf(board.view), column).filter(({ id }) => !isMine(board.me, id));
  if (!items.length) return null;
  return (
    <>
      <h4 class="note">{host.words("retro.revealed.before")}</h4>
      <ul class="cards">
        {items.map((item) => (
          <ItemCard key={item.id} item={item} view={board.view}>
            {host.role === "facilitator" && <More item={item} />}
          </ItemCard>
        ))}
      </ul>
    </>
  );
}
