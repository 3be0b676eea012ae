/** Line of sight: what the links say. Each finding says so too when there is nothing to find. */

import { useId } from "../../use-id";
import { itemsAt } from "./graph";
import { LevelName } from "./level";
import { useGoalsHost } from "./use-goals";
import type { GoalsView } from "./view";

const FINDINGS = ["unserved", "aimless", "unmeasured"] as const;

export function Sight({ view }: { view: GoalsView }) {
  const { words } = useGoalsHost();
  const id = useId();
  if (!view.items.order.length) return null;
  return (
    <section class="sight" aria-labelledby={id}>
      <h3 id={id}>{words("goals.sight")}</h3>
      <div class="findings">
        {FINDINGS.map((finding) => (
          <Finding key={finding} finding={finding} ids={view.sight[finding]} view={view} />
        ))}
        <Assumptions view={view} />
        <Share view={view} />
      </div>
    </section>
  );
}

interface FindingProps {
  readonly finding: string;
  readonly ids: readonly string[];
  readonly view: GoalsView;
}

function Finding({ finding, ids, view }: FindingProps) {
  const { words } = useGoalsHost();
  const texts = ids.flatMap((id) => view.items.items[id]?.text ?? []);
  return (
    <section class={texts.length ? "finding" : "finding fine"}>
      <h4>
        {words(`goals.sight.${finding}`)} <b>{texts.length}</b>
      </h4>
      {texts.length === 0 && <p class="note">{words(`goals.sight.${finding}.none`)}</p>}
      <ul>
        {texts.map((text, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** Each step holds only if those above it do, so a long chain is a risk. */
function Assumptions({ view }: { view: GoalsView }) {
  const { words } = useGoalsHost();
  const steps = view.sight.assumptions.flatMap((id) => view.items.items[id] ?? []);
  return (
    <section class="finding plain">
      <h4>
        {words("goals.sight.assumptions")} <b>{steps.length}</b>
      </h4>
      {steps.length === 0 && <p class="note">{words("goals.sight.assumptions.none")}</p>}
      <ol>
        {steps.map((item, at) => (
          <li key={at}>
            {item.assumption ?? item.text}
            <span class="note from">
              <LevelName level={item.level} />: {item.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Share({ view }: { view: GoalsView }) {
  const { words, lang } = useGoalsHost();
  const goals = itemsAt(view.items, "goal");
  const known = Object.keys(view.sight.share).length > 0;
  const percent = new Intl.NumberFormat(lang === "en" ? "en-GB" : lang, { style: "percent" });
  return (
    <section class="finding plain wide">
      <h4>{words("goals.sight.share")}</h4>
      {!known && <p class="note">{words("goals.sight.share.none")}</p>}
      {known && (
        <ul class="bars">
          {goals.map(([id, { text }]) => (
            <li key={id}>
              <span class="bar-label">{text}</span>
              <span class="bar-track" aria-hidden="true">
                <i style={{ width: `${100 * (view.sight.share[id] ?? 0)}%` }} />
              </span>
              <span class="bar-count">{percent.format(view.sight.share[id] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
