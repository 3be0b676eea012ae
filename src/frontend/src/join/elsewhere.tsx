/** Going on with another device: a link and a QR code that are this person, shown when asked for. */

import { useState } from "preact/hooks";
import { ourAddress, withSecret } from "../addresses";
import { QrCode } from "../qr";
import { CopyLink } from "../shell/copy-link";
import type { Frame } from "../shell/frame";

export function Elsewhere(frame: Frame) {
  const { say } = frame;
  const [open, setOpen] = useState(false);
  return (
    <footer class="elsewhere">
      <button class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? "elsewhere.hide" : "elsewhere.show")}
      </button>
      {open && <Shown {...frame} />}
    </footer>
  );
}

function Shown({ page, store, say }: Frame) {
  const join = `${ourAddress(page.base)}join/${page.code}`;
  const link = withSecret(join, store.secret(page.code));
  return (
    <section class="panel" aria-label={say("elsewhere.show")}>
      <p>{say("elsewhere.how")}</p>
      <p class="problem">{say("elsewhere.warning")}</p>
      <QrCode text={link} label={say("elsewhere.qr")} />
      <CopyLink link={link} label={say("elsewhere.link")} say={say} />
    </section>
  );
}
