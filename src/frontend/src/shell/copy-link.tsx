/** A link with a button that copies it; without a clipboard it is selected instead. */

import { useRef, useState } from "preact/hooks";
import { useId } from "../use-id";
import type { Say } from "../words";

interface Props {
  readonly link: string;
  readonly label: string;
  readonly say: Say;
}

export function CopyLink({ link, label, say }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    const done = await copied(link);
    if (!done) field.current?.select();
    setSaid(say(done ? "link.copied" : "link.copy.by-hand"));
  };
  return (
    <div class="copy-link">
      <label for={id}>{label}</label>
      <div class="row">
        <input id={id} ref={field} readOnly value={link} onFocus={() => field.current?.select()} />
        <button onClick={() => void copy()}>{say("link.copy")}</button>
      </div>
      <p class="note" role="status">
        {said}
      </p>
    </div>
  );
}

/** There is no clipboard on plain http pages, and it may be forbidden elsewhere. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
