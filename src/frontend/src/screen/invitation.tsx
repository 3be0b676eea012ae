/** How to come in: large while people arrive, small beside the time once something is on. */

import type { ComponentChildren } from "preact";
import { linksOf, type Links } from "../addresses";
import { showCode } from "../code";
import { Lock } from "../components/parts/lock";
import type { Connection } from "../connection/connection";
import { QrCode } from "../qr";
import type { RoomView } from "../view";
import type { Say } from "../words";

interface Props {
  readonly connection: Connection;
  readonly base: string;
  readonly view: RoomView;
  readonly say: Say;
  readonly small?: boolean;
}

export function Invitation({ connection, base, view, say, small = false }: Props) {
  const { code, door } = view.workshop;
  const links = linksOf(connection.join.value, code ?? "", base);
  return (
    <aside class={`invitation${small ? " small" : ""}`} aria-label={say("screen.join")}>
      {door === "locked" ? (
        <Notice>
          <Lock /> {say("screen.locked")}
        </Notice>
      ) : links ? (
        <Ways links={links} code={showCode(code)} say={say} />
      ) : (
        <Notice>{say("screen.unreachable")}</Notice>
      )}
    </aside>
  );
}

function Notice({ children }: { readonly children: ComponentChildren }) {
  return <p class="notice">{children}</p>;
}

interface WaysProps {
  readonly links: Links;
  readonly code: string;
  readonly say: Say;
}

function Ways({ links, code, say }: WaysProps) {
  return (
    <>
      <QrCode text={links.join} label={say("screen.qr", { link: links.join })} />
      <div class="ways">
        <h2>{say("screen.scan")}</h2>
        <p>{say("screen.address", { address: breakable(links.typed) })}</p>
        <p class="code">{code}</p>
      </div>
    </>
  );
}

/** Long addresses may break after a slash, and nowhere else if they can help it. */
function breakable(address: string): string {
  return address.replace(/\//g, "/\u200b");
}
