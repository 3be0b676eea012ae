/** Decide: one action after another, with how people think that it went. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ActionPanel, type About } from "../actions/panel";
import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { DecidedCard, NowCard } from "./cards";
import { undecided, type Sight } from "./foresee";
import { useReviewHost } from "./use-review";

export function Deciding({ sight }: { sight: Sight }) {
  const { role, room, words } = useReviewHost();
  const [about, setAbout] = useState<About>();
  const { view } = sight;
  const all = view.actions.order;
  const left = undecided(view).length;
  const takesPart = role !== "observer";
  const { actions, carried } = useLive(room);
  const listsShown = takesPart || actions.order.length + carried.order.length > 0;
  return (
    <div class="deciding">
      <div class="talk">
        <Lead title={words("action_review.decide.lead")}>
          {takesPart && <p>{words("action_review.decide.how")}</p>}
          <p class="note" role="status">
            {words("action_review.decided", { n: all.length - left, all: all.length })}
          </p>
        </Lead>
        <Cards sight={sight} {...(takesPart ? { onAct: setAbout } : {})} />
      </div>
      {listsShown && (
        <ActionPanel canAdd={takesPart} about={about} onClose={() => setAbout(undefined)} />
      )}
    </div>
  );
}

interface Props {
  readonly sight: Sight;
  readonly onAct?: (about: About) => void;
}

function Cards({ sight, onAct }: Props) {
  const { words } = useReviewHost();
  const { view } = sight;
  const { focus } = view;
  const { place, onSaved } = useNextFocus(focus);
  const rest = view.actions.order.filter((id) => id !== focus);
  return (
    <>
      {focus ? (
        <NowCard
          key={focus}
          id={focus}
          sight={sight}
          place={place}
          onSaved={onSaved}
          onAct={onAct}
        />
      ) : (
        <p class="all-decided" ref={place} tabIndex={-1}>
          {words("action_review.all")}
        </p>
      )}
      <ul class="cards">
        {rest.map((id) => (
          <DecidedCard key={id} id={id} sight={sight} onAct={onAct} />
        ))}
      </ul>
    </>
  );
}

/** Who has just decided goes on with the next action; nobody else's focus is moved. */
function useNextFocus(focus: string | undefined) {
  const place = useRef<HTMLParagraphElement & HTMLHeadingElement>(null);
  const saved = useRef(false);
  useLayoutEffect(() => {
    if (saved.current) place.current?.focus();
    saved.current = false;
  }, [focus]);
  return { place, onSaved: () => (saved.current = true) };
}
