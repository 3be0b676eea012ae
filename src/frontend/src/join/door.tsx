/** Who comes in: a name if they like, a perspective where the workshop has some. */

import { useRef } from "preact/hooks";
import type { Frame } from "../shell/frame";
import { LanguageSwitch } from "../shell/language";
import type { RoomView } from "../view";
import type { Introduction } from "./attend";
import { useTitle } from "./use-title";

const NAME_LIMIT = 80;

interface Props extends Frame {
  readonly view: RoomView;
  readonly onJoin: (introduction: Introduction) => void;
}

export function Door({ view, say, lang, choose, store, onJoin }: Props) {
  const { title, team, perspectives } = view.workshop;
  const form = useRef<HTMLFormElement>(null);
  useTitle(title);
  const join = (event: Event): void => {
    event.preventDefault();
    onJoin(introduction(new FormData(form.current!)));
  };
  return (
    <main class="sheet">
      <header class="row">
        <div>
          <h1>{title}</h1>
          {team && <p class="note">{team}</p>}
        </div>
        <LanguageSwitch lang={lang} onChoose={choose} />
      </header>
      <form class="form" ref={form} onSubmit={join}>
        <label for="name">{say("door.name")}</label>
        <p id="name-hint" class="note">
          {say("door.name.hint")}
        </p>
        <input
          id="name"
          name="name"
          maxLength={NAME_LIMIT}
          autocomplete="nickname"
          aria-describedby="name-hint"
        />
        {perspectives.length > 0 && <Perspectives of={perspectives} say={say} />}
        {!store.lasts && <p class="note">{say("door.forgetful")}</p>}
        <button class="primary" type="submit">
          {say("door.join")}
        </button>
      </form>
    </main>
  );
}

function Perspectives({ of, say }: { readonly of: readonly string[]; readonly say: Frame["say"] }) {
  return (
    <>
      <label for="perspective">{say("door.perspective")}</label>
      <p id="perspective-hint" class="note">
        {say("door.perspective.hint")}
      </p>
      <select id="perspective" name="perspective" aria-describedby="perspective-hint">
        <option value="">{say("door.perspective.none")}</option>
        {of.map((perspective) => (
          <option key={perspective} value={perspective}>
            {perspective}
          </option>
        ))}
      </select>
    </>
  );
}

function introduction(form: FormData): Introduction {
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  const [name, perspective] = [text("name"), text("perspective")];
  return { ...(name && { name }), ...(perspective && { perspective }) };
}
