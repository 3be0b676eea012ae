/** Look: everyone says for each action how it went. Nobody else sees it until looking ends. */

import { listed } from "../../view";
import { useLive } from "../parts/host";
import { Lead } from "../parts/lead";
import { Lock } from "../parts/lock";
import { Facts } from "./facts";
import type { Sight } from "./foresee";
import { MyMark } from "./my-mark";
import { useReviewHost } from "./use-review";
import type { ReviewView } from "./view";

export function Looking({ sight }: { sight: Sight }) {
  const { role, words } = useReviewHost();
  const { view } = sight;
  const actions = listed(view.actions);
  if (!actions.length) return <NothingYet />;
  return (
    <div class="looking">
      <Lead title={words("action_review.look.lead")}>
        {role !== "observer" && <p>{words("action_review.look.how")}</p>}
        <p class="promise">
          <Lock />
          <span>{words("action_review.promise")}</span>
        </p>
      </Lead>
      <Looked view={view} />
      <ul class="cards">
        {actions.map(([id, action]) => (
          <li key={id} class="card">
            <Facts action={action} />
            {role !== "observer" && <MyMark id={id} action={action} sight={sight} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NothingYet() {
  const { words } = useReviewHost();
  return (
    <Lead title={words("action_review.none")}>
      <p>{words("action_review.none.why")}</p>
    </Lead>
  );
}

/** Large where a room looks at it, quiet on a phone. */
function Looked({ view }: { view: ReviewView }) {
  const host = useReviewHost();
  const { here } = useLive(host.presence);
  const n = view.looked;
  const said = host.words("action_review.looked", { n, here: Math.max(here, n) });
  return <p class={host.role === "participant" ? "note" : "big-count"}>{said}</p>;
}
