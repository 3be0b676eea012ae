/** Going on with another device: the link is shown when asked for, and its part comes only then. */

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Frame } from "../shell/frame";

export function Elsewhere(frame: Frame) {
  const { say } = frame;
  const [open, setOpen] = useState(false);
  const { Part, failed } = useOwnLink(open);
  return (
    <footer class="elsewhere">
      <button class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? "elsewhere.hide" : "elsewhere.show")}
      </button>
      {open && Part && <Part {...frame} />}
      {open && failed && <p role="alert">{say("activity.missing")}</p>}
    </footer>
  );
}

/** Most people need it never: a phone should not wait for it. */
function useOwnLink(wanted: boolean) {
  const [Part, setPart] = useState<ComponentType<Frame>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || Part) return;
    import("./own-link").then(
      ({ OwnLink }) => setPart(() => OwnLink),
      () => setFailed(true),
    );
  }, [wanted]);
  return { Part, failed };
}
