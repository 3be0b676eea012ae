/** Discuss and act: what got the most dots comes first; what we will do stands beside it. */

import { useRef, useState } from "preact/hooks";
import { ActionPanel } from "../actions/panel";
import { inColumn, inRanking, tallyOf, type Board, type Item } from "./board";
import { Columns } from "./columns";
import { Lead } from "../parts/lead";
import { NextTopic } from "./next-topic";
import { Topic } from "./topic";
import { useRetroHost } from "./use-board";
import { useFollow } from "./use-follow";

export function Talking({ board }: { board: Board }) {
  const host = useRetroHost();
  const [about, setAbout] = useState<Item>();
  const leads = host.role === "facilitator";
  const phase = board.view.phase;
  const panel = (
    <ActionPanel
      canAdd
      about={about && { id: about.id, title: about.title }}
      onClose={() => setAbout(undefined)}
    />
  );
  return (
    <div class={`talking ${phase}`}>
      <div class="talk">
        <Lead title={host.words(`retro.${phase}.lead`)}>
          <p>{host.words(`retro.${phase}.how`)}</p>
        </Lead>
        {leads && phase === "discuss" && <NextTopic board={board} />}
        {leads ? (
          <TopicColumns board={board} onAct={setAbout} />
        ) : (
          <TopicList board={board} onAct={setAbout} />
        )}
      </div>
      {panel}
    </div>
  );
}

interface Props {
  readonly board: Board;
  readonly onAct?: (item: Item) => void;
}

export function TopicColumns({ board, onAct }: Props) {
  const { words } = useRetroHost();
  const items = inRanking(board.view);
  const dots = (column: string) =>
    inColumn(items, column).reduce((sum, item) => sum + tallyOf(board.view, item.id).votes, 0);
  return (
    <Columns view={board.view} narrow="list" note={(id) => words("retro.dots", { n: dots(id) })}>
      {(column) => (
        <ul class="cards">
          {inColumn(items, column).map((item) => (
            <Topic
              key={item.id}
              item={item}
              board={board}
              rank={items.indexOf(item)}
              onAct={onAct}
            />
          ))}
        </ul>
      )}
    </Columns>
  );
}

/** What is being talked about, then everything in the order of dots. */
export function TopicList({ board, onAct }: Props) {
  const items = inRanking(board.view);
  const now = items.filter((item) => item.id === board.view.focus);
  const rest = items.filter((item) => item.id !== board.view.focus);
  const list = useRef<HTMLOListElement>(null);
  useFollow(list, board.view.focus);
  return (
    <ol class="cards ranked" ref={list}>
      {[...now, ...rest].map((item) => (
        <Topic
          key={item.id}
          item={item}
          board={board}
          rank={items.indexOf(item)}
          named
          onAct={onAct}
        />
      ))}
    </ol>
  );
}
