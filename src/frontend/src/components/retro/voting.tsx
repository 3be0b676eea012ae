/** Vote: everyone gives dots. Nobody sees totals until voting ends. */

import { useMemo } from "preact/hooks";
import { useLive } from "../parts/host";
import { inColumn, itemsOf, votesLeft, votesOn, type Board } from "./board";
import { Columns } from "./columns";
import { Dots } from "./dots";
import { ItemCard } from "./item-card";
import { Lead } from "../parts/lead";
import { More } from "./more";
import { useRetroHost } from "./use-board";
import { VoteButtons } from "./vote-buttons";

export function Voting({ board }: { board: Board }) {
  const host = useRetroHost();
  const { view, me, pending } = board;
  const items = useMemo(() => itemsOf(view), [view]);
  const left = votesLeft(view, me);
  const leads = host.role === "facilitator";
  return (
    <>
      <Lead title={host.words("retro.vote.lead")}>
        <p>{host.words("retro.vote.how", { n: view.votes_each })}</p>
      </Lead>
      <Columns view={view} narrow="list">
        {(column) => (
          <ul class="cards">
            {inColumn(items, column).map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                view={view}
                pending={pending.has(item.id)}
                aside={<VoteButtons item={item} given={votesOn(me, item.id)} left={left} />}
              >
                {leads && <More item={item} />}
              </ItemCard>
            ))}
          </ul>
        )}
      </Columns>
      <div class="budget">
        <b>{host.words("retro.vote.left", { n: left, all: view.votes_each })}</b>
        <Dots on={left} all={view.votes_each} />
        {leads && <VotedCount voted={view.voted} />}
      </div>
    </>
  );
}

export function VotedCount({ voted }: { voted: number }) {
  const host = useRetroHost();
  const { here } = useLive(host.presence);
  return (
    <span class="note">{host.words("retro.voted", { n: voted, here: Math.max(here, voted) })}</span>
  );
}
