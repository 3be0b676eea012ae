/** What can be done with the chosen cards, without dragging. It stays in view at the foot of the board. */

import { useState } from "preact/hooks";
import { listed } from "../../view";
import { Choices } from "../parts/choices";
import { Problem } from "../parts/perform";
import { Sign } from "../parts/sign";
import { short } from "../parts/text";
import { isMine, type Board } from "./board";
import { dropped, type Drop } from "./drop";
import type { Chosen } from "./grouping";
import { HideCard } from "./hide-card";
import { MyChosenCard } from "./my-chosen-card";
import { RemoveCard } from "./remove-card";
import { focusOn, type Acts, type Wish } from "./use-acts";
import { useRetroHost } from "./use-board";

interface Props {
  readonly board: Board;
  readonly chosen: Chosen;
  readonly acts: Acts;
}

export function Selection({ board, chosen, acts }: Props) {
  const { words } = useRetroHost();
  const n = chosen.cards.length;
  return (
    <section
      class={`selection ${n ? "" : "empty"}`}
      aria-label={words("retro.chosen")}
      data-thing="selection"
    >
      <p role="status" class={n ? "" : "note"}>
        {words(n ? "retro.chosen.count" : "retro.chosen.none", n ? { n } : {})}{" "}
        {n === 0 && <span class="keys-hint">{words("retro.chosen.keys")}</span>}
      </p>
      <Problem at="selection" />
      {n > 0 && <Tools board={board} chosen={chosen} acts={acts} />}
      {n === 0 && <Undo acts={acts} />}
    </section>
  );
}

function Tools({ board, chosen, acts }: Props) {
  const { words } = useRetroHost();
  const { cards } = chosen;
  const { view } = board;
  const [first] = cards;
  const n = cards.length;
  const act = (key: string, of: number, wishes: readonly Wish[]) => {
    focusOn(first);
    chosen.clear();
    if (first && wishes.length) void acts.act("selection", first, words(key, { n: of }), wishes);
  };
  const together = cards.filter((id) => view.cards.items[id]?.group !== undefined);
  const moveTo = (drop: Drop) => {
    const { said, n: moved, wishes } = dropped(view, cards, drop);
    act(said, moved, wishes);
  };
  return (
    <div class="tools">
      {n > 1 && (
        <button
          class="primary"
          onClick={() => act("retro.grouped.news", n, [{ kind: "retro.group_cards", cards }])}
        >
          {words("retro.group.together")}
        </button>
      )}
      <Places board={board} onGo={moveTo} />
      {together.length > 0 && (
        <button
          onClick={() =>
            act(
              "retro.group.out.news",
              together.length,
              together.map((card) => ({ kind: "retro.take_out", card })),
            )
          }
        >
          {words("retro.group.out")}
        </button>
      )}
      {n === 1 && first && <One board={board} card={first} />}
      <button class="quiet" onClick={() => (focusOn(first), chosen.clear())}>
        {words("retro.chosen.clear")}
      </button>
    </div>
  );
}

/** Where cards can go: the same places that they can be dropped on. */
function Places({ board, onGo }: { board: Board; onGo: (drop: Drop) => void }) {
  const host = useRetroHost();
  const groups = listed(board.view.groups).map(([id, { title }]) => ({ id, label: short(title) }));
  const columns = listed(board.view.columns).map(([id, { title, kind }]) => ({
    id,
    label: (
      <>
        <Sign kind={kind} /> {host.text(title)}
      </>
    ),
  }));
  return (
    <>
      {groups.length > 0 && (
        <Choices
          label={host.words("retro.group.add")}
          choices={groups}
          onChoose={(id) => onGo({ on: "group", id })}
        />
      )}
      <Choices
        label={host.words("retro.card.move")}
        choices={columns}
        onChoose={(id) => onGo({ on: "column", id })}
      />
    </>
  );
}

/** One's own last act of grouping. */
function Undo({ acts: { last, undo } }: { acts: Acts }) {
  const { words } = useRetroHost();
  if (!last) return null;
  return (
    <div class="undo">
      <span>{last.said}</span>
      <button
        data-act="undo"
        aria-label={words("retro.undo.label", { what: last.said })}
        onClick={() => void undo()}
      >
        {words("retro.undo")}
      </button>
    </div>
  );
}

/** One card alone can be edited by its owner; hidden and taken away by the facilitator. */
function One({ board, card }: { board: Board; card: string }) {
  const { role } = useRetroHost();
  const text = board.view.cards.items[card]?.text ?? "";
  const mine = isMine(board.me, card);
  const [editing, setEditing] = useState(false);
  if (mine) return <MyChosenCard id={card} text={text} editing={editing} onEditing={setEditing} />;
  if (role !== "facilitator") return null;
  return (
    <>
      <HideCard card={card} text={text} />
      <RemoveCard card={card} text={text} />
    </>
  );
}
