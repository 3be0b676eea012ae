/** Leading: the bar, and below it either what is on now or the lobby with all the rest. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Connection } from "../connection/connection";
import { useTitle } from "../join/use-title";
import { Activity } from "../shell/activity";
import { Banner } from "../shell/banner";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import { Stray } from "../shell/stray";
import { liveOf, type RoomView } from "../view";

interface Props extends Frame {
  readonly connection: Connection;
  readonly view: RoomView;
}

export function Leading(props: Props) {
  const { connection, view, page, store, say, lang, choose, announce } = props;
  const around = useMemo(
    () => ({ connection, store, say, lang, announce, base: page.base, lent: true }),
    [connection, say, lang],
  );
  const live = view.workshop.state === "open" ? liveOf(view) : undefined;
  const [side, setSide] = useSide(live?.id);
  useTitle(say("lead.title", { title: view.workshop.title }));
  return (
    <>
      <header class="lead-bar">
        <Activity id="" kind="bar" load={page.load} around={around} />
      </header>
      <Banner state={connection.state.value} say={say} />
      <Stray connection={connection} say={say} />
      <div class="row lead-row">
        {live && <Sides side={side} onSide={setSide} say={say} />}
        <LanguageSwitch lang={lang} onChoose={choose} />
      </div>
      <main>
        {live && side === "now" ? (
          <Activity id={live.id} kind={live.kind} load={page.load} around={around} />
        ) : (
          <Activity id="" kind="lobby" load={page.load} around={around} />
        )}
      </main>
    </>
  );
}

type Side = "now" | "lobby";

/** What is made live is shown; the lobby is a tap away. */
function useSide(live: string | undefined) {
  const [side, setSide] = useState<Side>("now");
  useEffect(() => setSide("now"), [live]);
  return [side, setSide] as const;
}

interface SidesProps {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly say: Frame["say"];
}

function Sides({ side, onSide, say }: SidesProps) {
  const all: readonly Side[] = ["now", "lobby"];
  return (
    <nav class="row" aria-label={say("lead.sides")}>
      {all.map((one) => (
        <button key={one} aria-pressed={one === side} onClick={() => onSide(one)}>
          {say(`lead.${one}`)}
        </button>
      ))}
    </nav>
  );
}
