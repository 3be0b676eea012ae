/** Suggested themes beside the board: a person says yes or no to each. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useId } from "../../use-id";
import { Problem } from "../parts/perform";
import type { Board } from "./board";
import { ThemeCard } from "./theme-card";
import { focusOn, type Acts } from "./use-acts";
import { useRetroHost } from "./use-board";
import type { Search, ShownTheme, Themes } from "./use-themes";

/** At a time: the most alike come first, and the next ones move up. */
const AT_ONCE = 5;

interface Props {
  readonly board: Board;
  readonly themes: Themes;
  readonly acts: Acts;
}

export function ThemesPanel({ board, themes, acts }: Props) {
  const { words, announce } = useRetroHost();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { search, shown } = themes;
  const now = shown.slice(0, AT_ONCE);
  const next = useNextFocus(now, heading);
  const accept = (theme: ShownTheme, at: number) => {
    const cards = theme.cards.map((card) => card.id);
    const into = theme.into === undefined ? {} : { into: theme.into };
    const said = words("retro.grouped.news", { n: cards.length });
    const wish = { kind: "retro.group_cards", cards, ...into };
    next.goOnFrom(at);
    void acts.act("themes", cards[0]!, said, [wish]).then(next.stay);
  };
  const putAside = (theme: ShownTheme, at: number) => {
    next.goOnFrom(at);
    themes.putAside(theme.key);
    announce(words("retro.themes.aside.news"));
  };
  return (
    <section class="side themes" aria-labelledby={id} data-thing="themes">
      <h3 id={id} tabIndex={-1} ref={heading}>
        {words("retro.themes")}
      </h3>
      <Said search={search} />
      <Problem at="themes" />
      {now.length > 0 && (
        <ul class="cards">
          {now.map((theme, at) => (
            <ThemeCard
              key={theme.key}
              theme={theme}
              board={board}
              onAccept={() => accept(theme, at)}
              onPutAside={() => putAside(theme, at)}
            />
          ))}
        </ul>
      )}
      {shown.length > now.length && (
        <p class="note">{words("retro.themes.more", { n: shown.length - now.length })}</p>
      )}
      <Foot themes={themes} onAsk={() => (heading.current?.focus(), themes.ask())} />
    </section>
  );
}

/** Once a theme has gone the keyboard goes on to the next, else to the one before, else to the heading. */
function useNextFocus(now: readonly ShownTheme[], heading: RefObject<HTMLElement>) {
  const leaving = useRef<{ readonly from: string; readonly to: string | undefined }>();
  useLayoutEffect(() => {
    const left = leaving.current;
    if (!left || now.some(({ key }) => key === left.from)) return;
    leaving.current = undefined;
    if (left.to === undefined) heading.current?.focus();
    else focusOn(`theme-${left.to}`);
  });
  return {
    goOnFrom: (at: number) => {
      leaving.current = { from: now[at]!.key, to: (now[at + 1] ?? now[at - 1])?.key };
    },
    /** The room has answered: what goes from now on is not this person's doing. */
    stay: () => void (leaving.current = undefined),
  };
}

/** Announced as well, where it comes by itself. */
function Said({ search }: { search: Search | undefined }) {
  const { words } = useRetroHost();
  switch (search) {
    case "working":
      return <p>{words("retro.themes.working")}</p>;
    case "failed":
      return <p class="problem">{words("retro.themes.failed")}</p>;
    case "none":
      return <p>{words("retro.themes.none")}</p>;
    case "over":
      return <p>{words("retro.themes.over")}</p>;
    default:
      return <p class="note">{words("retro.themes.about")}</p>;
  }
}

function Foot({ themes, onAsk }: { themes: Themes; onAsk: () => void }) {
  const { words } = useRetroHost();
  const { search } = themes;
  return (
    <div class="row">
      {search !== "working" && search !== "found" && (
        <button type="button" onClick={onAsk}>
          {words("retro.themes.again")}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => themes.close()}>
        {words("retro.themes.close")}
      </button>
    </div>
  );
}
