/** What can be done with the chosen cards. It stays in view at the foot of the board. */

import { useState } from "preact/hooks";
import type { Command } from "../../host";
import { listed } from "../../view";
import { Choices } from "../parts/choices";
import { Problem, usePerform } from "../parts/perform";
import { Sign } from "../parts/sign";
import { short } from "../parts/text";
import { isMine, type Board } from "./board";
import type { Chosen } from "./grouping";
import { MyChosenCard } from "./my-chosen-card";
import { RemoveCard } from "./remove-card";
import { useRetroHost } from "./use-board";

interface Props {
  readonly board: Board;
  readonly chosen: Chosen;
}

type Wish = Readonly<Record<string, unknown>> & { kind: string };

export function Selection({ board, chosen }: Props) {
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
      {n > 0 && <Tools board={board} chosen={chosen} />}
    </section>
  );
}

function Tools({ board, chosen }: Props) {
  const host = useRetroHost();
  const { words } = host;
  const { cards } = chosen;
  const [first] = cards;
  const perform = usePerform();
  const act = async (said: string, ...wishes: Wish[]) => {
    stayAt(first);
    chosen.clear();
    host.announce(said);
    for (const wish of wishes) void perform("selection", { activity: host.id, ...wish } as Command);
  };
  const groups = listed(board.view.groups).map(([id, { title }]) => ({ id, label: short(title) }));
  const columns = listed(board.view.columns).map(([id, { title, kind }]) => ({
    id,
    label: (
      <>
        <Sign kind={kind} /> {host.text(title)}
      </>
    ),
  }));
  const together = cards.filter((id) => board.view.cards.items[id]?.group !== undefined);
  const n = cards.length;
  return (
    <div class="tools">
      {n > 1 && (
        <button
          class="primary"
          onClick={() =>
            act(words("retro.grouped.news", { n }), { kind: "retro.group_cards", cards })
          }
        >
          {words("retro.group.together")}
        </button>
      )}
      {groups.length > 0 && (
        <Choices
          label={words("retro.group.add")}
          choices={groups}
          onChoose={(into) =>
            act(words("retro.grouped.news", { n }), { kind: "retro.group_cards", cards, into })
          }
        />
      )}
      {together.length > 0 && (
        <button
          onClick={() =>
            act(
              words("retro.group.out.news", { n: together.length }),
              ...together.map((card) => ({ kind: "retro.take_out", card })),
            )
          }
        >
          {words("retro.group.out")}
        </button>
      )}
      <Choices
        label={words("retro.card.move")}
        choices={columns}
        onChoose={(column) =>
          act(
            words("retro.card.move.news", { n }),
            ...cards.map((card) => ({ kind: "retro.move_card", card, column })),
          )
        }
      />
      {n === 1 && first && <One board={board} card={first} />}
      <button class="quiet" onClick={() => (stayAt(first), chosen.clear())}>
        {words("retro.chosen.clear")}
      </button>
    </div>
  );
}

/** One card alone can be edited by its owner and taken away by owner or facilitator. */
function One({ board, card }: { board: Board; card: string }) {
  const { role } = useRetroHost();
  const text = board.view.cards.items[card]?.text ?? "";
  const mine = isMine(board.me, card);
  const [editing, setEditing] = useState(false);
  if (mine) return <MyChosenCard id={card} text={text} editing={editing} onEditing={setEditing} />;
  return role === "facilitator" ? <RemoveCard card={card} text={text} /> : null;
}

/** The keyboard stays with the first of the cards, wherever they go. */
function stayAt(card: string | undefined): void {
  if (!card) return;
  document.querySelector<HTMLElement>(`[data-thing="${CSS.escape(card)}"] input`)?.focus();
}
