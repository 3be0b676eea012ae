/** How phones get in: the QR code and the link, or plainly why they cannot. */

import { linksOf, ourAddress, screenLink, withSecret, type Links } from "../../addresses";
import { showCode } from "../../code";
import { QrCode } from "../../qr";
import { CopyLink } from "../../shell/copy-link";
import { useHost, useLive } from "../parts/host";
import { useScreenTicket } from "./use-screen-ticket";

export function JoinBox() {
  const host = useHost();
  const { code = "" } = useLive(host.room).workshop;
  const address = useLive(host.join);
  const ticket = useScreenTicket();
  const links = linksOf(address, code, host.base);
  const here = ourAddress(host.base);
  const screen = screenLink(address, code, host.base);
  return (
    <section class={`join-box ${links ? "" : "closed"}`} aria-label={host.words("lobby.join")}>
      {links && <QrCode text={links.join} label={host.words("lobby.qr", { link: links.join })} />}
      <div class="join-words">
        {links ? (
          <How links={links} />
        ) : (
          <Closed reason={host.wire === "comm" ? "comm" : "local"} />
        )}
        <Code label={links ? "lobby.code" : "lobby.code.alone"} code={code} />
        {links && <CopyLink link={links.join} label={host.words("lobby.link")} say={host.words} />}
        {!links && here && <NewTab link={`${here}join/${code}`} word="lobby.try" />}
        {screen && (
          <NewTab link={ticket ? withSecret(screen, ticket) : screen} word="lobby.screen" />
        )}
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
