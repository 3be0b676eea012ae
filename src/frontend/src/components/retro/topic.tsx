/** A card or group that is talked about: its dots, its place, and what can come of it. */

import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { tallyOf, type Board, type Item } from "./board";
import { ItemCard } from "./item-card";
import { More } from "./more";
import { useRetroHost } from "./use-board";

interface Props {
  readonly item: Item;
  readonly board: Board;
  /** Its place in the order of dots, from 0. */
  readonly rank: number;
  readonly named?: boolean;
  /** Makes an action of it; observers make none. */
  readonly onAct?: ((item: Item) => void) | undefined;
}

export function Topic({ item, board, rank, named = false, onAct }: Props) {
  const { role, words } = useRetroHost();
  const { view } = board;
  const now = view.focus === item.id;
  const leads = role === "facilitator";
  const act = onAct && (now || view.phase === "act" || view.focus === undefined);
  return (
    <ItemCard
      item={item}
      view={view}
      now={now}
      named={named}
      pending={board.pending.has(item.id)}
      before={now && <p class="pill">{words("retro.focus.now")}</p>}
    >
      <Dotted item={item} board={board} rank={rank} />
      <div class="row tools">
        {act && <ActButton item={item} onAct={onAct} />}
        {leads && <FocusButton item={item} now={now} />}
        {leads && <More item={item} />}
      </div>
    </ItemCard>
  );
}

function ActButton({ item, onAct }: { item: Item; onAct: (item: Item) => void }) {
  const { words } = useRetroHost();
  return (
    <button
      data-act="act"
      aria-label={words("retro.act.make.label", { card: short(item.title) })}
      onClick={() => onAct(item)}
    >
      {words("retro.act.make")}
    </button>
  );
}

function Dotted({ item, board, rank }: Pick<Props, "item" | "board" | "rank">) {
  const { words } = useRetroHost();
  const { votes, voters } = tallyOf(board.view, item.id);
  if (!votes) return <p class="note">{words("retro.dots.none")}</p>;
  return (
    <p class="tally">
      <b>{words("retro.dots", { n: votes })}</b> {words("retro.voters", { n: voters })}
      {rank < 3 && <span class="rank">{words("retro.rank", { place: rank + 1 })}</span>}
    </p>
  );
}

function FocusButton({ item, now }: { item: Item; now: boolean }) {
  const { id: activity, words } = useRetroHost();
  const perform = usePerform();
  const key = now ? "retro.focus.stop" : "retro.focus.start";
  const target = now ? {} : { target: item.id };
  return (
    <button
      class="quiet"
      data-act="focus"
      aria-label={words(`${key}.label`, { card: short(item.title) })}
      onClick={() => void perform("board", { kind: "retro.focus", activity, ...target })}
    >
      {words(key)}
    </button>
  );
}
