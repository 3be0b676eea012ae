/** One's own answers: topic by topic, with the way there and back, kept as they are given. */

import { useState } from "preact/hooks";
import { listed } from "../../view";
import { useId } from "../../use-id";
import { Progress, Steps, useHeadingFocus } from "../parts/one-by-one";
import { Problem, usePerform } from "../parts/perform";
import { Radios } from "../parts/radios";
import { CommentField } from "./comment-field";
import type { Sight } from "./foresee";
import { LightSign } from "./signs";
import { useHealthHost } from "./use-health";
import { LIGHTS, TRENDS, type HealthMe, type Light, type Rating, type Topic } from "./view";

export function TopicForm({ sight }: { sight: Sight }) {
  const host = useHealthHost();
  const topics = listed(sight.view.topics);
  const { ratings = {}, comments = {} } = sight.me;
  const [wanted, setWanted] = useState(() => firstOpen(topics, sight.me));
  const found = topics.findIndex(([id]) => id === wanted);
  const at = Math.max(0, found);
  const [id, topic] = topics[at]!;
  const heading = useHeadingFocus(id);
  const label = useId();
  const all = topics.length;
  return (
    <section class="topic-form" aria-labelledby={label} data-thing="topic">
      <Progress
        said={host.words("health.progress", { at: at + 1, all })}
        at={at}
        done={topics.map(([key]) => Boolean(ratings[key]?.light))}
      />
      <h3 id={label} ref={heading} tabIndex={-1}>
        {host.text(topic.title)}
      </h3>
      <Extremes topic={topic} />
      <Question key={id} topic={id} rating={ratings[id] ?? {}} />
      <CommentField key={`${id} comment`} topic={id} kept={comments[id]} />
      <Problem at="topic" />
      <Steps
        at={at}
        last={all - 1}
        back={host.words("health.back")}
        next={host.words("health.next")}
        onGo={(step) => setWanted(topics[at + step]?.[0] ?? id)}
      />
      <Kept sight={sight} />
      {ratings[id] && <TakeBack topic={id} />}
    </section>
  );
}

/** Where one left off: the first topic without a colour. */
function firstOpen(topics: ReadonlyArray<readonly [string, Topic]>, me: HealthMe): string {
  const open = topics.find(([id]) => !me.ratings?.[id]?.light);
  return (open ?? topics[0]!)[0];
}

/** What it is like when it goes well, and when it does not. */
export function Extremes({ topic }: { topic: Topic }) {
  const { text, words } = useHealthHost();
  return (
    <div class="extremes">
      {topic.good && (
        <p>
          <LightSign of="green" /> <b>{words("health.good")}</b> {text(topic.good)}
        </p>
      )}
      {topic.bad && (
        <p>
          <LightSign of="red" /> <b>{words("health.bad")}</b> {text(topic.bad)}
        </p>
      )}
    </div>
  );
}

function Question({ topic, rating }: { topic: string; rating: Rating }) {
  const host = useHealthHost();
  const perform = usePerform();
  const { words } = host;
  const rate = (said: Rating) =>
    void perform("topic", { kind: "health.rate", activity: host.id, topic, ...said });
  return (
    <>
      <Radios
        legend={words("health.light")}
        options={LIGHTS.map((light) => ({ id: light, label: <LightLabel light={light} /> }))}
        chosen={rating.light}
        onChoose={(light) => rate({ ...rating, light: light as Light })}
        kind="lights"
        thing={`${topic} light`}
      />
      <Radios
        legend={words("health.trend")}
        options={TRENDS.map((trend) => ({
          id: trend,
          label: (
            <>
              <LightSign of={trend} /> {words(`health.trend.${trend}`)}
            </>
          ),
        }))}
        chosen={rating.trend}
        onChoose={(trend) => rate({ ...rating, trend: trend as Rating["trend"] & string })}
        kind="trends"
        thing={`${topic} trend`}
      />
    </>
  );
}

/** Last, for it comes with the first answer: nothing that is pressed may move under a finger. */
function TakeBack({ topic }: { topic: string }) {
  const host = useHealthHost();
  const perform = usePerform();
  const wish = { kind: "health.rate", activity: host.id, topic };
  return (
    <button class="quiet" data-act="unrate" onClick={() => void perform("topic", wish)}>
      {host.words("health.unrate")}
    </button>
  );
}

function LightLabel({ light }: { light: Light }) {
  const { words } = useHealthHost();
  return (
    <>
      <LightSign of={light} /> <span>{words(`health.light.${light}`)}</span>
      {light !== "cannot_say" && <span class="note">{words(`health.light.${light}.what`)}</span>}
    </>
  );
}

function Kept({ sight }: { sight: Sight }) {
  const { words } = useHealthHost();
  const { order } = sight.view.topics;
  const all = order.length;
  const n = order.filter((id) => sight.me.ratings?.[id]?.light).length;
  const said = n === all ? words("health.done") : words("health.given", { n, all });
  return (
    <p class="answered" role="status">
      {sight.pending ? words("sending") : said}
    </p>
  );
}
