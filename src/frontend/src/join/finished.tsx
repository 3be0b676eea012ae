/** The end: what the team has agreed to do, and what it keeps doing, to read and to keep. */

import { bothLists } from "../components/actions/both";
import { listed, type Action, type Listing, type RoomView } from "../view";
import type { Say } from "../words";
import { actionsText, details } from "./actions-text";

interface Props {
  readonly view: RoomView;
  readonly say: Say;
  readonly lang: string;
  /** Offer to save the actions: not on a projector. */
  readonly keep: boolean;
}

export function Finished({ view, say, lang, keep }: Props) {
  const { toDo, keepDoing } = bothLists(view.carried, view.actions);
  const kept = keepDoing.order.length;
  return (
    <div class="finished">
      <h2>{say("finished.title")}</h2>
      <p>{say("finished.thanks")}</p>
      <h3>{say("finished.actions", { n: toDo.order.length })}</h3>
      {toDo.order.length === 0 && <p>{say("finished.none")}</p>}
      <Promises of={toDo} say={say} lang={lang} />
      {kept > 0 && <h3>{say("finished.keep")}</h3>}
      <Promises of={keepDoing} say={say} lang={lang} />
      {keep && toDo.order.length + kept > 0 && (
        <button class="primary" onClick={() => save(view, say, lang)}>
          {say("finished.save")}
        </button>
      )}
    </div>
  );
}

type Texts = Pick<Props, "say" | "lang">;

function Promises({ of, say, lang }: { readonly of: Listing<Action> } & Texts) {
  return (
    <ul class="cards">
      {listed(of).map(([id, action]) => (
        <Promised key={id} action={action} say={say} lang={lang} />
      ))}
    </ul>
  );
}

function Promised({ action, say, lang }: { readonly action: Action } & Texts) {
  const note = details(action, say, lang);
  return (
    <li class="card">
      <p>
        <b>{action.text}</b>
      </p>
      {note && <p class="note">{note}</p>}
      {action.about && <p class="note">{say("finished.about", { about: action.about })}</p>}
    </li>
  );
}

function save(view: RoomView, say: Say, lang: string): void {
  const text = new Blob([actionsText(view, say, lang)], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(text);
  link.download = `${say("finished.file")}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
