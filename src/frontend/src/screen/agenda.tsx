/** What the projector shows while nothing is live: the agenda, and at the end the actions. */

import { DueReviews } from "../components/parts/due-reviews";
import { Finished } from "../join/finished";
import { listed, type RoomView } from "../view";
import { authored, type Say } from "../words";

interface Props {
  readonly view: RoomView;
  readonly here: number;
  readonly say: Say;
  readonly lang: string;
  readonly now: number;
}

export function Agenda({ view, here, say, lang, now }: Props) {
  if (view.workshop.state === "finished")
    return <Finished view={view} say={say} lang={lang} keep={false} />;
  const items = listed(view.agenda);
  return (
    <>
      <section class="panel">
        <h2>{say(items.length > 0 ? "waiting.agenda" : "screen.soon")}</h2>
        <ol class="coming">
          {items.map(([id, item]) => (
            <li key={id}>{authored(item.title, lang)}</li>
          ))}
        </ol>
        <p class="big-count" role="status">
          {here > 0 && say("waiting.here", { n: here })}
        </p>
      </section>
      <DueReviews reviews={view.reviews} say={say} lang={lang} now={now} />
    </>
  );
}
