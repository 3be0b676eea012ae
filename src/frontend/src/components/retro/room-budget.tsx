/** How many people in the room have no device: the facilitator gives their dots for them. */

import { useId } from "../../use-id";
import { Problem, usePerform } from "../parts/perform";
import { budgetOf, type Board } from "./board";
import { Stepper } from "./stepper";
import { useRetroHost } from "./use-board";

const MOST = 500;

export function RoomBudget({ board }: { board: Board }) {
  const { id: activity, words, announce } = useRetroHost();
  const perform = usePerform();
  const id = useId();
  const people = board.me.room?.people ?? 0;
  const { left, all } = budgetOf(board, true);
  const count = (wanted: number) => {
    if (wanted < 0 || wanted > MOST) return;
    announce(words("retro.room.people", { n: wanted }));
    void perform("room", { kind: "retro.count_room", activity, people: wanted });
  };
  return (
    <div class="room-budget" role="group" aria-labelledby={id} data-thing="room">
      <span id={id}>{words("retro.room.people.label")}</span>
      <span class="vote">
        <Stepper
          less={{
            act: "less",
            label: words("retro.room.people.less"),
            off: people === 0,
            onPress: () => count(people - 1),
          }}
          more={{
            act: "more",
            label: words("retro.room.people.more"),
            off: people === MOST,
            onPress: () => count(people + 1),
          }}
        >
          <b>{people}</b>
        </Stepper>
      </span>
      {people > 0 && <span class="note">{words("retro.room.left", { n: left, all })}</span>}
      <Problem at="room" />
    </div>
  );
}
