/** The links of one item: what it serves and what serves it, each with a way to take it away, and a way to add. */

import { useState } from "preact/hooks";
import { useId } from "../../use-id";
import { usePerform } from "../parts/perform";
import { short } from "../parts/text";
import { childrenOf, couldLink, linkId, parentsOf, type Entry, type GoalMap } from "./graph";
import { SIGNS } from "./level";
import { useGoalsHost } from "./use-goals";

interface Props {
  readonly id: string;
  readonly map: GoalMap;
  readonly mayLink: boolean;
}

export function LinkTools({ id, map, mayLink }: Props) {
  return (
    <div class="link-tools">
      <OneWay id={id} map={map} mayLink={mayLink} way="up" />
      <OneWay id={id} map={map} mayLink={mayLink} way="down" />
    </div>
  );
}

type Way = "up" | "down";

function OneWay({ id, map, mayLink, way }: Props & { way: Way }) {
  const { words } = useGoalsHost();
  const heading = useId();
  const linked = way === "up" ? parentsOf(map.view, id) : childrenOf(map.view, id);
  const possible = mayLink ? couldLink(map.view, id, way) : [];
  if (!linked.length && !possible.length) return null;
  return (
    <section class="link-list" aria-labelledby={heading} data-thing={`links-${way}-${id}`}>
      <h5 id={heading}>{words(`goals.links.${way}`)}</h5>
      {linked.length === 0 && <p class="note">{words("goals.links.none")}</p>}
      <ul>
        {linked.map((entry) => (
          <Linked key={entry[0]} id={id} entry={entry} map={map} mayLink={mayLink} way={way} />
        ))}
      </ul>
      {possible.length > 0 && <AddLink id={id} way={way} possible={possible} />}
    </section>
  );
}

/** A link goes from the child up to the parent. */
function linkBetween(id: string, other: string, way: Way) {
  return way === "up" ? { child: id, parent: other } : { child: other, parent: id };
}

function Linked({ id, entry, map, mayLink, way }: Props & { entry: Entry; way: Way }) {
  const host = useGoalsHost();
  const perform = usePerform();
  const [other, { level, text }] = entry;
  const link = linkBetween(id, other, way);
  const pending = map.pending.has(linkId(link));
  const remove = () => {
    host.announce(host.words("goals.link.removed", { item: short(text) }));
    void perform(id, { kind: "goals.remove_link", activity: host.id, ...link });
  };
  return (
    <li class={pending ? "pending" : ""} data-thing={`link-${way}-${id}-${other}`}>
      <span>
        <span aria-hidden="true">{SIGNS[level]}</span> {text}
      </span>
      {mayLink && (
        <button
          class="quiet small"
          data-act="unlink"
          aria-label={host.words("goals.link.remove.label", { item: short(text) })}
          onClick={remove}
        >
          {host.words("goals.link.remove")}
        </button>
      )}
    </li>
  );
}

function AddLink({ id, way, possible }: { id: string; way: Way; possible: readonly Entry[] }) {
  const host = useGoalsHost();
  const perform = usePerform();
  const field = useId();
  const [chosen, setChosen] = useState("");
  const entry = possible.find(([other]) => other === chosen);
  const add = () => {
    if (!entry) return document.getElementById(field)?.focus();
    setChosen("");
    host.announce(host.words("goals.link.added", { item: short(entry[1].text) }));
    const link = linkBetween(id, entry[0], way);
    void perform(id, { kind: "goals.add_link", activity: host.id, ...link });
  };
  return (
    <form class="add-link" onSubmit={(event) => (event.preventDefault(), add())}>
      <label for={field}>{host.words(`goals.link.add.${way}`)}</label>
      <div class="row">
        <select
          id={field}
          value={entry ? chosen : ""}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{host.words("goals.link.choose")}</option>
          {possible.map(([other, { level, text }]) => (
            <option key={other} value={other}>
              {SIGNS[level]} {short(text, 80)}
            </option>
          ))}
        </select>
        <button type="submit" data-act="link">
          {host.words("goals.link.add")}
        </button>
      </div>
    </form>
  );
}
