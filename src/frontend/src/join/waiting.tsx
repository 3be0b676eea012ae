/** Nothing is live yet, or between two activities: who is here and what will come. */

import { DueReviews } from "../components/parts/due-reviews";
import type { Presence } from "../host";
import { listed, type RoomView } from "../view";
import { authored, type Say } from "../words";

interface Props {
  readonly view: RoomView;
  readonly presence: Presence;
  readonly say: Say;
  readonly lang: string;
  readonly now: number;
}

export function Waiting({ view, presence, say, lang, now }: Props) {
  const items = listed(view.agenda);
  return (
    <div class="waiting">
      <h2>{say("waiting.in")}</h2>
      <p>{say("waiting.how")}</p>
      <p role="status">{presence.here > 0 && say("waiting.here", { n: presence.here })}</p>
      {items.length > 0 && (
        <section class="panel">
          <h3>{say("waiting.agenda")}</h3>
          <ol class="coming">
            {items.map(([id, item]) => (
              <li key={id}>{authored(item.title, lang)}</li>
            ))}
          </ol>
        </section>
      )}
      <DueReviews reviews={view.reviews} say={say} lang={lang} now={now} />
    </div>
  );
}
