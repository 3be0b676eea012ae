/** What everyone said of one topic, this time and the last, and what can come of it. */

import { day } from "../parts/text";
import { usePerform } from "../parts/perform";
import { Comments } from "./comments";
import { Spread } from "./spread";
import { SIGNS } from "./signs";
import { Extremes } from "./topic-form";
import { useHealthHost } from "./use-health";
import type { Rating, Topic, TopicResult } from "./view";

interface Props {
  readonly id: string;
  readonly topic: Topic;
  readonly result: TopicResult;
  readonly now: boolean;
  readonly mine: Rating | undefined;
  readonly onAct: ((topic: string) => void) | undefined;
}

export function TopicCard({ id, topic, result, now, mine, onAct }: Props) {
  const { lang, role, text, words } = useHealthHost();
  const { before } = result;
  const compact = role === "observer" && !now;
  return (
    <li class={`card topic ${now ? "now" : ""}`} data-thing={id}>
      {now && <p class="pill">{words("health.focus.now")}</p>}
      <h3>{text(topic.title)}</h3>
      {now && <Extremes topic={topic} />}
      <Spread counts={result} caption={words("health.now")} compact={compact} />
      {before && (
        <Spread
          counts={before}
          caption={words("health.before", { day: day(before.day, lang) })}
          compact={compact}
          small
        />
      )}
      {/* Never on the screen of whoever leads: the room may be looking at it. */}
      {role === "participant" && mine && <Mine rating={mine} />}
      {result.comments && <Comments texts={result.comments} open={now || role === "facilitator"} />}
      <Tools id={id} title={text(topic.title)} now={now} onAct={onAct} />
    </li>
  );
}

function Mine({ rating: { light, trend } }: { rating: Rating }) {
  const { words } = useHealthHost();
  const said = [
    light && `${SIGNS[light]} ${words(`health.light.${light}`)}`,
    trend && `${SIGNS[trend]} ${words(`health.trend.${trend}`)}`,
  ].filter(Boolean);
  return <p class="note">{words("health.yours", { answer: said.join(", ") })}</p>;
}

function Tools(props: Pick<Props, "id" | "now" | "onAct"> & { title: string }) {
  const { id, title, now, onAct } = props;
  const { role, words } = useHealthHost();
  if (!onAct) return null;
  return (
    <div class="row tools">
      <button
        data-act="act"
        aria-label={words("health.act.label", { topic: title })}
        onClick={() => onAct(id)}
      >
        {words("health.act")}
      </button>
      {role === "facilitator" && <FocusButton id={id} title={title} now={now} />}
    </div>
  );
}

function FocusButton({ id, title, now }: { id: string; title: string; now: boolean }) {
  const host = useHealthHost();
  const perform = usePerform();
  const key = now ? "health.focus.stop" : "health.focus.start";
  const wish = { kind: "health.focus", activity: host.id, topic: now ? null : id };
  return (
    <button
      class="quiet"
      data-act="focus"
      aria-label={host.words(`${key}.label`, { topic: title })}
      onClick={() => void perform("health", wish)}
    >
      {host.words(key)}
    </button>
  );
}
