/** The facilitator's way down the list: one button names what to talk about next. */

import { usePerform } from "../parts/perform";
import { useHealthHost } from "./use-health";
import type { HealthView, Results } from "./view";

export function NextTopic({ view, results }: { view: HealthView; results: Results }) {
  const host = useHealthHost();
  const perform = usePerform();
  const { order } = results.topics;
  const next = order[order.indexOf(view.focus ?? "") + 1];
  if (next === undefined || results.answered === 0) return null;
  const topic = host.text(view.topics.items[next]?.title);
  const wish = { kind: "health.focus", activity: host.id, topic: next };
  return (
    <div class="next-topic" data-thing="next-topic">
      <button data-act="next" onClick={() => void perform("health", wish)}>
        {host.words("health.focus.next", { topic })}
      </button>
    </div>
  );
}
