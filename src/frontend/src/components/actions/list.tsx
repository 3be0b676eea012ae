/** What the team will do: read-only, or each with a way to change it. */

import type { ComponentChildren } from "preact";
import { listed, type Action, type Listing } from "../../view";
import { day } from "../parts/text";

interface Texts {
  readonly lang: string;
  words(key: string, params?: Readonly<Record<string, string | number>>): string;
}

interface Props {
  readonly actions: Listing<Action>;
  /** Where its words come from: a host, or a page without any activity. */
  readonly texts: Texts;
  readonly pending?: ReadonlySet<string>;
  /** Stands in for the item's text while it is being changed. */
  readonly each?: (id: string, action: Action, shown: ComponentChildren) => ComponentChildren;
}

/** Needs no host around it, so that the page of a finished workshop can draw it too. */
export function ActionList({ actions, texts, pending, each }: Props) {
  const all = listed(actions);
  if (!all.length) return <p class="note">{texts.words("actions.none")}</p>;
  return (
    <ul class="action-list">
      {all.map(([id, action]) => {
        const shown = <ActionText action={action} texts={texts} />;
        return (
          <li key={id} class={pending?.has(id) ? "pending" : ""} data-thing={`action-${id}`}>
            {each ? each(id, action, shown) : shown}
          </li>
        );
      })}
    </ul>
  );
}

export function ActionText({ action, texts }: { action: Action; texts: Texts }) {
  const who = action.owner || texts.words("actions.nobody");
  const when = action.due ? texts.words("actions.by", { date: day(action.due, texts.lang) }) : "";
  return (
    <>
      <p class="action-text">{action.text}</p>
      <p class="note">{[who, when].filter(Boolean).join(" · ")}</p>
      {action.about && <p class="note">{texts.words("actions.from", { about: action.about })}</p>}
    </>
  );
}
