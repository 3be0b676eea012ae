/** How to come in: the QR code, the code in big letters, and where to type it. */

import { joinLink, showCode } from "../code";
import type { Connection } from "../connection/connection";
import { QrCode } from "../qr";
import type { RoomView } from "../view";
import type { Say } from "../words";

interface Props {
  readonly connection: Connection;
  readonly view: RoomView;
  readonly say: Say;
}

export function Invitation({ connection, view, say }: Props) {
  const { code, door } = view.workshop;
  if (door === "locked")
    return (
      <Aside say={say}>
        <p>{say("screen.locked")}</p>
      </Aside>
    );
  const link = joinLink(connection.join.value, code);
  if (!link)
    return (
      <Aside say={say}>
        <p>{say("screen.unreachable")}</p>
      </Aside>
    );
  return (
    <Aside say={say}>
      <h2>{say("screen.scan")}</h2>
      <QrCode text={link} label={say("screen.qr", { link })} />
      <p>{say("screen.address", { address: breakable(boxAddress(link)) })}</p>
      <p class="code">{showCode(code)}</p>
    </Aside>
  );
}

/** Long addresses may break after a slash, and nowhere else if they can help it. */
function breakable(address: string): string {
  return address.replace(/\//g, "/\u200b");
}

function Aside({
  say,
  children,
}: {
  readonly say: Say;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <aside class="invitation" aria-label={say("screen.join")}>
      {children}
    </aside>
  );
}

/** The page with the box for the code, as people type it: no scheme, no "join". */
export function boxAddress(link: string): string {
  return link.replace(/^https?:\/\//, "").replace(/join\/[^/]*$/, "");
}
