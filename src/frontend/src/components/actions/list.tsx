/** What the team will do, or keeps doing: read-only, or each with a way to change it. */

import type { ComponentChildren } from "preact";
import { listed, type Action, type Listing } from "../../view";
import { day } from "../parts/text";

export interface Texts {
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

/** Who does it, by when, and how likely that is, in one line. */
export function promiseOf(action: Action, { words, lang }: Texts): string {
  const { owner, due, likely, keep_doing } = action;
  const who = owner || (keep_doing ? "" : words("actions.nobody"));
  const when = due && words("actions.by", { date: day(due, lang) });
  const chance = likely && words("actions.likely.of", { likely });
  return [who, when, chance].filter(Boolean).join(" · ");
}

export function ActionText({ action, texts }: { action: Action; texts: Texts }) {
  const promise = promiseOf(action, texts);
  return (
    <>
      <p class="action-text">{action.text}</p>
      {promise && <p class="note">{promise}</p>}
      {action.about && <p class="note">{texts.words("actions.from", { about: action.about })}</p>}
    </>
  );
}
