/** Columns as tabs, for phones: arrow keys move between them, as screen readers expect. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { Sign } from "../parts/sign";
import { useRetroHost } from "./use-board";
import type { Column } from "./view";

interface Props {
  readonly columns: ReadonlyArray<readonly [string, Column]>;
  readonly note: ((column: string) => string | undefined) | undefined;
  readonly open: string;
  readonly onOpen: (column: string) => void;
  readonly children: (column: string, shown: Column) => ComponentChildren;
}

export function Tabs({ columns, note, open, onOpen, children }: Props) {
  const host = useRetroHost();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = columns.find(([column]) => column === open) ?? columns[0];
  if (!shown) return null;
  const go = (event: KeyboardEvent) => {
    const next = neighbour(
      event.key,
      columns.findIndex(([column]) => column === shown[0]),
      columns.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    onOpen(columns[next]![0]);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <>
      <div
        class="tabs"
        role="tablist"
        aria-label={host.words("retro.columns")}
        ref={list}
        onKeyDown={go}
      >
        {columns.map(([column, { title, kind }]) => (
          <button
            key={column}
            role="tab"
            class={kind}
            id={`${id}-tab-${column}`}
            aria-selected={column === shown[0]}
            aria-controls={`${id}-panel`}
            tabIndex={column === shown[0] ? 0 : -1}
            data-drop={`column:${column}`}
            onClick={() => onOpen(column)}
          >
            <span>
              <Sign kind={kind} /> {host.text(title)}
            </span>
            {note?.(column) && <span class="tab-note">{note(column)}</span>}
          </button>
        ))}
      </div>
      <div
        key={shown[0]}
        class={`tab-panel ${shown[1].kind}`}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${shown[0]}`}
        data-drop={`column:${shown[0]}`}
      >
        <h3 class="unseen">{host.text(shown[1].title)}</h3>
        {children(...shown)}
      </div>
    </>
  );
}

function neighbour(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
