/** What the team promised and has not tried yet: an action can become an experiment. */

import { listed } from "../../view";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import type { Board } from "./foresee";
import { useExperimentsHost } from "./use-experiments";
import { TITLE_LIMIT } from "./view";

export function Promised({ board }: { board: Board }) {
  const host = useExperimentsHost();
  const perform = usePerform();
  const actions = listed(board.view.actions);
  if (!actions.length) return null;
  const make = async (action: string, text: string) => {
    const wish = { kind: "experiments.add_experiment", activity: host.id, action };
    if (await perform("idea", { ...wish, title: short(text, TITLE_LIMIT) }))
      host.announce(host.words("experiments.idea.saved"));
  };
  return (
    <details class="promised">
      <summary>{host.words("experiments.actions", { n: actions.length })}</summary>
      <ul class="plain-list">
        {actions.map(([id, { text, about }]) => (
          <li key={id} data-thing={`action-${id}`}>
            <span>
              {text}
              {about && <span class="note"> {host.words("actions.from", { about })}</span>}
            </span>
            <button
              class="small"
              data-act="try"
              aria-label={host.words("experiments.actions.try.label", { action: short(text) })}
              onClick={() => void make(id, text)}
            >
              {host.words("experiments.actions.try")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
