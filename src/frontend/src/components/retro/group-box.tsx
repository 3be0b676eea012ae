/** A group while people sort: its title, its cards, and how to rename it or take it apart. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { Problem } from "../parts/perform";
import { short } from "../parts/text";
import { kindOf, type Board, type Item } from "./board";
import { ChoosableCard } from "./choosable-card";
import type { Chosen } from "./grouping";
import type { Acts } from "./use-acts";
import { useRetroHost } from "./use-board";
import { TITLE_LIMIT } from "./view";

interface Props {
  readonly item: Item;
  readonly board: Board;
  readonly chosen: Chosen;
  readonly acts: Acts;
}

export function GroupBox({ item, board, chosen, acts }: Props) {
  const { words } = useRetroHost();
  return (
    <li
      class={`group-box ${kindOf(board.view, item.column)}`}
      data-thing={item.id}
      data-drop={`group:${item.id}`}
    >
      <GroupHead item={item} acts={acts} isNew={board.pending.has(item.id)} />
      <Problem at={item.id} />
      <ul class="cards" aria-label={words("retro.group.cards", { group: short(item.title) })}>
        {item.cards.map(([id, card]) => (
          <ChoosableCard
            key={id}
            id={id}
            text={card.text}
            column={card.column}
            board={board}
            chosen={chosen}
          />
        ))}
      </ul>
    </li>
  );
}

function GroupHead({ item, acts, isNew }: { item: Item; acts: Acts; isNew: boolean }) {
  const { words } = useRetroHost();
  const [naming, setNaming] = useState<string>();
  const rename = async (title: string) => {
    setNaming(undefined);
    if (!title.trim() || title === item.title) return;
    const wish = { kind: "retro.rename_group", group: item.id, title: title.trim() };
    const said = words("retro.group.renamed.news");
    if (!(await acts.act(item.id, item.id, said, [wish]))) setNaming(title);
  };
  const takeApart = () => {
    const [first] = item.cards.map(([card]) => card);
    const wish = { kind: "retro.ungroup", group: item.id };
    void acts.act(item.id, first ?? item.id, words("retro.group.apart.news"), [wish]);
  };
  if (naming !== undefined)
    return <Naming title={naming} onSave={rename} onCancel={() => setNaming(undefined)} />;
  const group = short(item.title);
  return (
    <header>
      <h4>{item.title}</h4>
      <p class="note">{words("retro.together", { n: item.cards.length })}</p>
      {!isNew && (
        <div class="row">
          <button
            class="quiet"
            data-act="rename"
            aria-label={words("retro.group.rename.label", { group })}
            onClick={() => setNaming(item.title)}
          >
            {words("retro.group.rename")}
          </button>
          <button
            class="quiet"
            data-act="apart"
            aria-label={words("retro.group.apart.label", { group })}
            onClick={takeApart}
          >
            {words("retro.group.apart")}
          </button>
        </div>
      )}
    </header>
  );
}

interface NamingProps {
  readonly title: string;
  readonly onSave: (title: string) => void;
  readonly onCancel: () => void;
}

function Naming({ title, onSave, onCancel }: NamingProps) {
  const { words } = useRetroHost();
  const id = useId();
  const [text, setText] = useState(title);
  return (
    <form class="edit" onSubmit={(event) => (event.preventDefault(), onSave(text))}>
      <label for={id}>{words("retro.group.name")}</label>
      <input
        id={id}
        value={text}
        maxLength={TITLE_LIMIT}
        ref={(input) => void (input && text === title && input.select())}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
      <div class="row">
        <button class="primary" type="submit">
          {words("save")}
        </button>
        <button type="button" onClick={onCancel}>
          {words("cancel")}
        </button>
      </div>
    </form>
  );
}
