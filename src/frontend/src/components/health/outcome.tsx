/** Results: what everyone said, the most worrying topic first, the last time beside this time. */

import { useState } from "preact/hooks";
import { listed } from "../../view";
import { ActionPanel } from "../actions/panel";
import { Lead } from "../parts/lead";
import { NextTopic } from "./next-topic";
import { LightSign } from "./signs";
import { TopicCard } from "./topic-card";
import { useHealthHost } from "./use-health";
import { LIGHTS, type HealthMe, type HealthView, type Results } from "./view";

interface Props {
  readonly view: HealthView;
  readonly results: Results;
  readonly me: HealthMe;
}

export function Outcome({ view, results, me }: Props) {
  const { role, text, words } = useHealthHost();
  const [about, setAbout] = useState<string>();
  const looks = role === "observer";
  const title = text(view.topics.items[about ?? ""]?.title);
  return (
    <div class="talking">
      <div class="talk">
        <Lead title={words("health.results.lead")}>
          {!looks && <p>{words("health.results.how")}</p>}
          <About results={results} />
        </Lead>
        {role === "facilitator" && <NextTopic view={view} results={results} />}
        <TopicCards view={view} results={results} me={me} onAct={looks ? undefined : setAbout} />
      </div>
      <ActionPanel
        canAdd={!looks}
        about={about === undefined ? undefined : { id: about, title }}
        onClose={() => setAbout(undefined)}
      />
    </div>
  );
}

/** Who answered, and what the signs mean. */
function About({ results }: { results: Results }) {
  const { role, words } = useHealthHost();
  if (results.answered === 0) return <p>{words("health.results.nobody")}</p>;
  const said = [
    words("health.results.from", { n: results.answered }),
    results.round > 1 && words("health.round", { round: results.round }),
    words("health.results.order"),
    role === "observer" && words("health.results.thin"),
  ].filter(Boolean);
  return (
    <>
      <p class="note">{said.join(" · ")}</p>
      <ul class="light-key">
        {LIGHTS.map((light) => (
          <li key={light}>
            <LightSign of={light} /> {words(`health.light.${light}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is talked about stands before all others. */
function TopicCards(props: Props & { onAct: ((topic: string) => void) | undefined }) {
  const { view, results, me, onAct } = props;
  if (results.answered === 0) return null;
  const all = listed(results.topics);
  const now = all.filter(([id]) => id === view.focus);
  const rest = all.filter(([id]) => id !== view.focus);
  return (
    <ol class="cards topic-cards">
      {[...now, ...rest].map(([id, result]) => (
        <TopicCard
          key={id}
          id={id}
          topic={view.topics.items[id] ?? { title: {} }}
          result={result}
          now={id === view.focus}
          mine={me.ratings?.[id]}
          onAct={onAct}
        />
      ))}
    </ol>
  );
}
