/** Inside: header, the live activity or the wait for one, and at the end the actions. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Connection } from "../connection/connection";
import { Activity } from "../shell/activity";
import { Banner } from "../shell/banner";
import type { Frame } from "../shell/frame";
import { Stray } from "../shell/stray";
import { liveOf, type RoomView } from "../view";
import { authored } from "../words";
import { Elsewhere } from "./elsewhere";
import { Finished } from "./finished";
import { Header } from "./header";
import { useTitle } from "./use-title";
import { Waiting } from "./waiting";

interface Props extends Frame {
  readonly connection: Connection;
}

export function Room(props: Props) {
  const { connection, page, say, lang, store, announce } = props;
  const view = connection.view.value!;
  const live = liveOf(view);
  const around = useMemo(
    () => ({ connection, store, say, lang, announce }),
    [connection, say, lang],
  );
  useTitle(view.workshop.title);
  useNews(props, view);
  useTop(view);
  return (
    <>
      <Header {...props} view={view} />
      <Banner state={connection.state.value} say={say} />
      <Stray connection={connection} say={say} />
      <main>
        {view.workshop.state === "finished" ? (
          <Finished view={view} say={say} lang={lang} keep />
        ) : live ? (
          <Activity id={live.id} kind={live.kind} load={page.load} around={around} />
        ) : (
          <Waiting
            view={view}
            presence={connection.presence.value}
            say={say}
            lang={lang}
            now={connection.now()}
          />
        )}
      </main>
      {view.workshop.state === "open" && <Elsewhere {...props} />}
    </>
  );
}

/** Another activity or phase is another page: it begins at its top. */
function useTop(view: RoomView): void {
  const live = liveOf(view);
  const step = live && `${live.id} ${view.activities[live.id]?.phase}`;
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) scrollTo(0, 0);
    before.current = step;
  }, [step]);
}

/** Says when another activity is live or the workshop ends; phases are said by the component. */
function useNews({ say, lang, announce }: Frame, view: RoomView): void {
  const { live, state } = view.workshop;
  const before = useRef({ live, state });
  useEffect(() => {
    const was = before.current;
    before.current = { live, state };
    if (state !== was.state) announce(say("finished.news"));
    else if (live !== was.live) announce(newsOf(view, say, lang));
  }, [live, state]);
}

function newsOf({ workshop, agenda }: RoomView, say: Frame["say"], lang: string): string {
  const item = agenda.items[workshop.live ?? ""];
  return item ? say("activity.news", { title: authored(item.title, lang) }) : say("waiting.news");
}
