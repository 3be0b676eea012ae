/** How phones get in: the QR code and the link, or plainly why they cannot. */

import { QrCode } from "../../qr";
import { jupyterBase } from "../../widget/server";
import { useHost, useLive } from "../parts/host";
import { CopyLink } from "./copy-link";
import { linksOf, screenLink, type Links } from "./link";

export function JoinBox() {
  const host = useHost();
  const { workshop } = useLive(host.room);
  const address = useLive(host.join);
  const alone = host.wire === "comm";
  const links = alone ? undefined : linksOf(address, workshop.code);
  const screen = alone ? undefined : screenLink(address, workshop.code, jupyterBase());
  const open = links !== undefined && address?.reachable !== false;
  return (
    <section class={`join-box ${open ? "" : "closed"}`} aria-label={host.words("lobby.join")}>
      {open && <QrCode text={links.join} label={host.words("lobby.qr", { link: links.join })} />}
      <div class="join-words">
        {open ? <How links={links} /> : <Closed reason={alone ? "comm" : "local"} />}
        <Code label={open ? "lobby.code" : "lobby.code.alone"} code={workshop.code} />
        {links && <CopyLink link={links.join} />}
        {screen && <ScreenLink link={screen} />}
      </div>
    </section>
  );
}

function How({ links }: { links: Links }) {
  const { words } = useHost();
  return (
    <>
      <h3>{words("lobby.join.how")}</h3>
      <p>
        {words("lobby.join.type")} <Address text={links.typed} />
      </p>
    </>
  );
}

/** An address that breaks where it has its slashes. */
function Address({ text }: { text: string }) {
  const parts = text.match(/[^/]+\/?/g) ?? [text];
  return (
    <b class="address">
      {parts.map((part) => (
        <span key={part}>
          {part}
          <wbr />
        </span>
      ))}
    </b>
  );
}

/** No QR code is better than one that no phone can open. */
function Closed({ reason }: { reason: "comm" | "local" }) {
  const { words } = useHost();
  return (
    <>
      <h3>{words(`lobby.closed.${reason}`)}</h3>
      <p>{words(`lobby.closed.${reason}.remedy`)}</p>
      {reason === "local" && (
        <p>
          <code>workshopkit serve --lan</code>
        </p>
      )}
    </>
  );
}

function Code({ label, code }: { label: string; code: string }) {
  const { words } = useHost();
  return (
    <p>
      {words(label)} <b class="code big">{code}</b>
    </p>
  );
}

function ScreenLink({ link }: { link: string }) {
  const { words } = useHost();
  return (
    <p>
      <a href={link} target="_blank" rel="noopener">
        {words("lobby.screen")}
      </a>{" "}
      <span class="note">{words("lobby.screen.why")}</span>
    </p>
  );
}
