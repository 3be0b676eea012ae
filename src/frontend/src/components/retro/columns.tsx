/** The board's columns: side by side where there is room, else as tabs or one under another. */

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { listed } from "../../view";
import { useId } from "../../use-id";
import { useWide } from "../parts/wide";
import { Sign } from "../parts/sign";
import { Tabs } from "./tabs";
import { useRetroHost } from "./use-board";
import type { Column, RetroView } from "./view";

interface Props {
  readonly view: RetroView;
  /** How columns stand where there is no room side by side. */
  readonly narrow: "tabs" | "list";
  readonly note?: (column: string) => string | undefined;
  readonly children: (column: string, shown: Column) => ComponentChildren;
}

export function Columns({ view, narrow, note, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const heading = useId();
  const wide = useWide(ref);
  const columns = listed(view.columns);
  const [open, setOpen] = useState(columns[0]?.[0] ?? "");
  return (
    <div class="columns-room" ref={ref}>
      {wide || narrow === "list" ? (
        <div class="columns" style={{ "--columns": wide ? columns.length : 1 }}>
          {columns.map(([id, column]) => (
            <section
              key={id}
              class={`column ${column.kind}`}
              aria-labelledby={`${heading}-${id}`}
              data-drop={`column:${id}`}
            >
              <ColumnHead id={`${heading}-${id}`} column={column} note={note?.(id)} />
              {children(id, column)}
            </section>
          ))}
        </div>
      ) : (
        <Tabs columns={columns} note={note} open={open} onOpen={setOpen}>
          {children}
        </Tabs>
      )}
    </div>
  );
}

function ColumnHead(props: { id: string; column: Column; note: string | undefined }) {
  const host = useRetroHost();
  return (
    <header class="column-head">
      <h3 id={props.id}>
        <Sign kind={props.column.kind} /> {host.text(props.column.title)}
      </h3>
      {props.note && <span class="note">{props.note}</span>}
    </header>
  );
}
