/** The end: what the team has agreed to do, to read and to keep. */

import { listed, type Action, type RoomView } from "../view";
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
  const actions = listed(view.actions);
  return (
    <div class="finished">
      <h2>{say("finished.title")}</h2>
      <p>{say("finished.thanks")}</p>
      <h3>{say("finished.actions", { n: actions.length })}</h3>
      {actions.length === 0 && <p>{say("finished.none")}</p>}
      <ul class="cards">
        {actions.map(([id, action]) => (
          <Promised key={id} action={action} say={say} lang={lang} />
        ))}
      </ul>
      {keep && actions.length > 0 && (
        <button class="primary" onClick={() => save(view, say, lang)}>
          {say("finished.save")}
        </button>
      )}
    </div>
  );
}

function Promised({
  action,
  say,
  lang,
}: { readonly action: Action } & Pick<Props, "say" | "lang">) {
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
