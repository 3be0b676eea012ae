/** How phones get in: the QR code and the link, or plainly why they cannot. */

import { QrCode } from "../../qr";
import { useHost, useLive } from "../parts/host";
import { CopyLink } from "./copy-link";
import { linksOf, type Links } from "./link";

export function JoinBox() {
  const host = useHost();
  const { workshop } = useLive(host.room);
  const address = useLive(host.join);
  const links = host.wire === "socket" ? linksOf(address, workshop.code) : undefined;
  if (!links)
    return <Closed reason={host.wire === "comm" ? "comm" : "local"} code={workshop.code} />;
  if (address?.reachable === false)
    return <Closed reason="local" code={workshop.code} links={links} />;
  return (
    <section class="join-box" aria-label={host.words("lobby.join")}>
      <QrCode text={links.join} label={host.words("lobby.qr", { link: links.join })} />
      <div class="join-words">
        <h3>{host.words("lobby.join.how")}</h3>
        <p>
          {host.words("lobby.join.type")} <Address text={links.typed} />
        </p>
        <Code label="lobby.code" code={workshop.code} />
        <CopyLink link={links.join} />
        <ScreenLink links={links} />
      </div>
    </section>
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
function Closed({
  reason,
  code,
  links,
}: {
  reason: "comm" | "local";
  code: string;
  links?: Links;
}) {
  const { words } = useHost();
  return (
    <section class="join-box closed" aria-label={words("lobby.join")}>
      <div class="join-words">
        <h3>{words(`lobby.closed.${reason}`)}</h3>
        <p>{words(`lobby.closed.${reason}.remedy`)}</p>
        {reason === "local" && (
          <p>
            <code>workshopkit serve --lan</code>
          </p>
        )}
        <Code label="lobby.code.alone" code={code} />
        {links && <CopyLink link={links.join} />}
        {links && <ScreenLink links={links} />}
      </div>
    </section>
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

function ScreenLink({ links }: { links: Links }) {
  const { words } = useHost();
  return (
    <p>
      <a href={links.screen} target="_blank" rel="noopener">
        {words("lobby.screen")}
      </a>{" "}
      <span class="note">{words("lobby.screen.why")}</span>
    </p>
  );
}
