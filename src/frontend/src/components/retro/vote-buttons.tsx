/** Give a dot, take one back: one's own, or, for the facilitator, one of the room's. */

import { Problem, usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { budgetOf, type Board, type Item } from "./board";
import { Dots } from "./dots";
import { Stepper } from "./stepper";
import { useRetroHost } from "./use-board";

interface Props {
  readonly item: Item;
  readonly board: Board;
  /** The room's dots instead of one's own. */
  readonly room?: boolean;
}

const MINE = {
  back: "retro.vote.back.label",
  give: "retro.vote.give.label",
  given: "retro.vote.mine",
  news: "retro.voted.news",
  none: "retro.vote.none",
  cap: "retro.vote.cap",
} as const;

const ROOMS = {
  back: "retro.room.back.label",
  give: "retro.room.give.label",
  given: "retro.room.given",
  news: "retro.room.voted.news",
  none: "retro.room.none",
  cap: "retro.room.cap",
} as const;

export function VoteButtons({ item, board, room = false }: Props) {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const say = room ? ROOMS : MINE;
  const { votes, left, cap } = budgetOf(board, room);
  const given = votes[item.id] ?? 0;
  const place = room ? `room.${item.id}` : item.id;
  const vote = (kind: string, dots: number) => {
    announce(words(say.news, { n: given + dots, left: left - dots }));
    const whose = room ? { from_room: true } : {};
    void perform(place, { kind, activity, target: item.id, ...whose });
  };
  const full = left <= 0 ? say.none : given >= cap ? say.cap : undefined;
  const card = short(item.title);
  return (
    <div class={`vote ${room ? "room" : ""}`} data-thing={room ? place : undefined}>
      {room && <span class="note">{words("retro.room")}</span>}
      <Stepper
        less={{
          act: "take-back",
          label: words(say.back, { card }),
          off: given === 0,
          onPress: () => given > 0 && vote("retro.take_vote_back", -1),
        }}
        more={{
          act: "give",
          label: words(say.give, { card }),
          off: full !== undefined,
          onPress: () => (full ? announce(words(full)) : vote("retro.give_vote", 1)),
        }}
      >
        {given > 5 ? <b aria-hidden="true">{given} ●</b> : <Dots on={given} />}
        <span class="unseen">{words(say.given, { n: given })}</span>
      </Stepper>
      <Problem at={place} />
    </div>
  );
}
