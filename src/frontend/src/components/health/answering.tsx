/** Answer: one topic at a time. Nobody sees what others say until the facilitator shows it. */

import { listed } from "../../view";
import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import type { Sight } from "./foresee";
import { TopicForm } from "./topic-form";
import { useHealthHost } from "./use-health";
import type { HealthView } from "./view";

export function Answering({ sight }: { sight: Sight }) {
  const { role, words } = useHealthHost();
  const { view } = sight;
  return (
    <div class="answering">
      <Lead title={words("health.answer.lead")}>
        {role === "participant" && <p>{words("health.answer.how")}</p>}
        <p class="promise">
          <Lock />
          <span>{words("health.promise")}</span>
        </p>
      </Lead>
      {role === "participant" ? (
        <TopicForm sight={sight} />
      ) : (
        <>
          <Answered view={view} />
          <Topics view={view} />
        </>
      )}
      {role === "facilitator" && (
        <details class="late">
          <summary>{words("health.too")}</summary>
          <TopicForm sight={sight} />
        </details>
      )}
      {role === "participant" && <Answered view={view} />}
    </div>
  );
}

/** Large where a room looks at it, quiet on a phone. */
function Answered({ view }: { view: HealthView }) {
  const host = useHealthHost();
  const { here } = useLive(host.presence);
  const n = view.answered;
  const said = host.words("health.answered", { n, here: Math.max(here, n) });
  return <p class={host.role === "participant" ? "note" : "big-count"}>{said}</p>;
}

/** For whoever leads or looks on; on a wall there is room for the titles. */
function Topics({ view }: { view: HealthView }) {
  const { role, text, words } = useHealthHost();
  return (
    <section class="health-topics">
      <h3>{words("health.topics")}</h3>
      <ul>
        {listed(view.topics).map(([id, topic]) => (
          <li key={id}>
            <b>{text(topic.title)}</b>
            {role === "facilitator" && topic.good && <span class="note">{text(topic.good)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
