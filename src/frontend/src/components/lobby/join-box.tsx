/** How phones get in: the QR code and the link, or plainly why they cannot. */

import { showCode } from "../../code";
import { QrCode } from "../../qr";
import { jupyterBase } from "../../widget/server";
import { useHost, useLive } from "../parts/host";
import { CopyLink } from "./copy-link";
import { linksOf, ourAddress, screenLink, type Links } from "./link";

export function JoinBox() {
  const host = useHost();
  const { workshop } = useLive(host.room);
  const address = useLive(host.join);
  const alone = host.wire === "comm";
  const links = alone ? undefined : linksOf(address, workshop.code);
  const here = alone ? undefined : ourAddress(jupyterBase());
  const screen = alone ? undefined : screenLink(address, workshop.code, jupyterBase());
  const open = links !== undefined && address?.reachable !== false;
  return (
    <section class={`join-box ${open ? "" : "closed"}`} aria-label={host.words("lobby.join")}>
      {open && <QrCode text={links.join} label={host.words("lobby.qr", { link: links.join })} />}
      <div class="join-words">
        {open ? <How links={links} /> : <Closed reason={alone ? "comm" : "local"} />}
        <Code label={open ? "lobby.code" : "lobby.code.alone"} code={workshop.code} />
        {links && <CopyLink link={links.join} />}
        {!open && here && <NewTab link={`${here}join/${workshop.code}`} word="lobby.try" />}
        {screen && <NewTab link={screen} word="lobby.screen" />}
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
      {words(label)} <b class="code big">{showCode(code)}</b>
    </p>
  );
}

function NewTab({ link, word }: { link: string; word: string }) {
  const { words } = useHost();
  return (
    <p>
      <a href={link} target="_blank" rel="noopener">
        {words(word)}
      </a>{" "}
      <span class="note">{words(`${word}.why`)}</span>
    </p>
  );
}
