/** Leading from another device: a link with a key in it, shown only when asked for. */

import { useState } from "preact/hooks";
import { rootOf, withSecret } from "../../addresses";
import { randomHex } from "../../ids";
import { QrCode } from "../../qr";
import { CopyLink } from "../../shell/copy-link";
import { useId } from "../../use-id";
import { Ask } from "../parts/ask";
import { useHost, useLive } from "../parts/host";
import { usePerform } from "../parts/perform";

export function Lend() {
  const host = useHost();
  const heading = useId();
  const { workshop, leads = 0 } = useLive(host.room);
  const address = useLive(host.join);
  const root = workshop.state === "open" ? rootOf(address, host.base) : undefined;
  if (!root && leads === 0) return null;
  return (
    <section class="lend" aria-labelledby={heading} data-thing="lend">
      <h3 id={heading}>{host.words("lobby.lend")}</h3>
      <p class="note">{host.words("lobby.lend.why")}</p>
      {root && <Key page={`${root}lead/${workshop.code}`} />}
      <p role="status">{leads > 0 && host.words("lobby.lend.live", { n: leads })}</p>
      {leads > 0 && <EndAll />}
    </section>
  );
}

/** The browser makes the key, so that the server never has to send one. */
function Key({ page }: { readonly page: string }) {
  const { words } = useHost();
  const perform = usePerform();
  const [key, setKey] = useState<string>();
  const lend = async () => {
    const ticket = randomHex(256);
    const command = { kind: "workshop.lend_ticket", ticket, purpose: "lead" };
    if (await perform("lobby", command)) setKey(ticket);
  };
  return (
    <>
      <button
        class="quiet"
        aria-expanded={key !== undefined}
        onClick={() => (key ? setKey(undefined) : void lend())}
      >
        {words(key ? "lobby.lend.hide" : "lobby.lend.show")}
      </button>
      {key && <Shown link={withSecret(page, key)} />}
    </>
  );
}

function Shown({ link }: { readonly link: string }) {
  const { words } = useHost();
  return (
    <div class="lent">
      <p class="problem">{words("lobby.lend.warning")}</p>
      <QrCode text={link} label={words("lobby.lend.qr")} />
      <CopyLink link={link} label={words("lobby.lend.link")} say={words} />
    </div>
  );
}

function EndAll() {
  const { words, announce } = useHost();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    setAsking(false);
    const command = { kind: "workshop.recall_tickets", purpose: "lead" };
    if (await perform("lobby", command)) announce(words("lobby.lend.ended"));
  };
  if (asking)
    return (
      <Ask
        question={words("lobby.lend.end.ask")}
        detail={words("lobby.lend.end.detail")}
        yes={words("lobby.lend.end.yes")}
        onYes={() => void end()}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <button class="quiet alert" onClick={() => setAsking(true)}>
      {words("lobby.lend.end")}
    </button>
  );
}
