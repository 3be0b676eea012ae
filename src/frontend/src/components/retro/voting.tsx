/** Vote: everyone gives dots. Nobody sees totals until voting ends. */

import { useMemo } from "preact/hooks";
import { useLive } from "../parts/host";
import { budgetOf, inColumn, itemsOf, type Board, type Item } from "./board";
import { Columns } from "./columns";
import { Dots } from "./dots";
import { ItemCard } from "./item-card";
import { Lead } from "../parts/lead";
import { More } from "./more";
import { RoomBudget } from "./room-budget";
import { useRetroHost } from "./use-board";
import { VoteButtons } from "./vote-buttons";

export function Voting({ board }: { board: Board }) {
  const host = useRetroHost();
  const { view } = board;
  const items = useMemo(() => itemsOf(view), [view]);
  const { left, all } = budgetOf(board, false);
  const leads = host.role === "facilitator";
  const cap = view.votes_per_card;
  return (
    <>
      <Lead title={host.words("retro.vote.lead")}>
        <p>
          {host.words("retro.vote.how", { n: all })}{" "}
          {cap !== undefined && cap < all && host.words("retro.vote.cap.how", { n: cap })}
        </p>
      </Lead>
      {leads && <RoomBudget board={board} />}
      <Columns view={view} narrow="list">
        {(column) => (
          <ul class="cards">
            {inColumn(items, column).map((item) => (
              <VotedItem key={item.id} item={item} board={board} leads={leads} />
            ))}
          </ul>
        )}
      </Columns>
      <div class="budget">
        <b>{host.words("retro.vote.left", { n: left, all })}</b>
        <Dots on={left} all={all} />
        {leads && <VotedCount voted={view.voted} />}
      </div>
    </>
  );
}

function VotedItem({ item, board, leads }: { item: Item; board: Board; leads: boolean }) {
  const room = leads && (board.me.room?.people ?? 0) > 0;
  return (
    <ItemCard
      item={item}
      view={board.view}
      pending={board.pending.has(item.id)}
      aside={<VoteButtons item={item} board={board} />}
    >
      {room && <VoteButtons item={item} board={board} room />}
      {leads && <More item={item} />}
    </ItemCard>
  );
}

export function VotedCount({ voted }: { voted: number }) {
  const host = useRetroHost();
  const { here } = useLive(host.presence);
  return (
    <span class="note">{host.words("retro.voted", { n: voted, here: Math.max(here, voted) })}</span>
  );
}
