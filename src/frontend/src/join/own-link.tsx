/** A link and a QR code that are this person: for the owner's eyes, and no server's. */

import { ourAddress, withSecret } from "../addresses";
import { QrCode } from "../qr";
import { CopyLink } from "../shell/copy-link";
import type { Frame } from "../shell/frame";

export function OwnLink({ page, store, say }: Frame) {
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
