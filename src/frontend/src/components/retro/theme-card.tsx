/** One suggested theme: its cards in full, why they may belong together, and yes or no. */

import { useId } from "../../use-id";
import { Sign } from "../parts/sign";
import { short } from "../parts/text";
import { kindOf, type Board } from "./board";
import { useRetroHost } from "./use-board";
import type { ShownTheme } from "./use-themes";

interface Props {
  readonly theme: ShownTheme;
  readonly board: Board;
  readonly onAccept: () => void;
  readonly onPutAside: () => void;
}

export function ThemeCard({ theme, board, onAccept, onPutAside }: Props) {
  const { words } = useRetroHost();
  const why = useId();
  const cards = theme.cards.map(({ text }) => short(text, 40)).join("; ");
  return (
    <li
      class={`card theme ${kindOf(board.view, theme.cards[0]!.column)}`}
      data-thing={`theme-${theme.key}`}
    >
      <Place theme={theme} board={board} />
      <ul class="together">
        {theme.cards.map(({ id, text }) => (
          <li key={id}>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <Reason id={why} theme={theme} />
      <div class="row">
        <button
          type="button"
          class="primary"
          data-act="accept"
          aria-label={words("retro.themes.accept.label", { cards })}
          aria-describedby={why}
          onClick={once(onAccept)}
        >
          {words("retro.themes.accept")}
        </button>
        <button
          type="button"
          data-act="aside"
          aria-label={words("retro.themes.aside.label", { cards })}
          onClick={once(onPutAside)}
        >
          {words("retro.themes.aside")}
        </button>
      </div>
    </li>
  );
}

/** The next theme moves up: the second click of a double one must not answer that as well. */
function once(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail < 2) act();
  };
}

/** Where the cards would go, and from which column. */
function Place({ theme, board }: { theme: ShownTheme; board: Board }) {
  const { words, text } = useRetroHost();
  const column = board.view.columns.items[theme.cards[0]!.column];
  const group = theme.into === undefined ? undefined : board.view.groups.items[theme.into];
  return (
    <p class="note">
      {column && <Sign kind={column.kind} />} {text(column?.title)} ·{" "}
      {group
        ? words("retro.themes.into", { group: short(group.title) })
        : words("retro.themes.new", { n: theme.cards.length })}
    </p>
  );
}

function Reason({ id, theme }: { id: string; theme: ShownTheme }) {
  const { words } = useRetroHost();
  const parts = theme.shared.map(({ part }) => `“${short(part, 40)}”`).join(", ");
  return (
    <p id={id} class="reason">
      {words("retro.themes.shared", { words: parts })}{" "}
      {theme.alike !== undefined && (
        <span class="note">{words("retro.themes.alike", { score: theme.alike.toFixed(2) })}</span>
      )}
    </p>
  );
}
