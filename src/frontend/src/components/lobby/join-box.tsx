/** How phones get in: the QR code and the link, or plainly why they cannot. */

import { useHost, useLive } from "../parts/host";
import { CopyLink } from "./copy-link";
import { linksOf, type Links } from "./link";
import { Qr } from "./qr";

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
      <Qr link={links.join} label={host.words("lobby.qr", { link: links.join })} />
      <div class="join-words">
        <h3>{host.words("lobby.join.how")}</h3>
        <p>
          {host.words("lobby.join.type")} <b class="address">{links.typed}</b>
        </p>
        <Code code={workshop.code} />
        <CopyLink link={links.join} />
        <ScreenLink links={links} />
      </div>
    </section>
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
        <Code code={code} />
        {links && <CopyLink link={links.join} />}
        {links && <ScreenLink links={links} />}
      </div>
    </section>
  );
}

function Code({ code }: { code: string }) {
  const { words } = useHost();
  return (
    <p>
      {words("lobby.code")} <b class="code big">{code}</b>
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
