/** Give a dot, take one back. Buttons stay focusable at their limits and say why nothing happens. */

import { Problem, usePerform } from "../parts/perform";
import { short } from "../parts/text";
import type { Item } from "./board";
import { Dots } from "./dots";
import { useRetroHost } from "./use-board";

interface Props {
  readonly item: Item;
  readonly given: number;
  readonly left: number;
}

export function VoteButtons({ item, given, left }: Props) {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const card = short(item.title);
  const vote = (kind: string, dots: number) => {
    announce(words("retro.voted.news", { n: given + dots, left: left - dots }));
    void perform(item.id, { kind, activity, target: item.id });
  };
  const give = () => (left > 0 ? vote("retro.give_vote", 1) : announce(words("retro.vote.none")));
  const takeBack = () => given > 0 && vote("retro.take_vote_back", -1);
  return (
    <div class="vote">
      <button
        data-act="take-back"
        aria-disabled={given === 0}
        aria-label={words("retro.vote.back.label", { card })}
        onClick={takeBack}
      >
        −
      </button>
      <span class="given">
        {given > 5 ? <b aria-hidden="true">{given} ●</b> : <Dots on={given} />}
        <span class="unseen">{words("retro.vote.mine", { n: given })}</span>
      </span>
      <button
        data-act="give"
        aria-disabled={left === 0}
        aria-label={words("retro.vote.give.label", { card })}
        onClick={give}
      >
        +
      </button>
      <Problem at={item.id} />
    </div>
  );
}
