/**
 * A ticket for the projector, lent once by each tab that leads: with it the screen comes back while
 * the door is locked. Without one the link works as long as the door is open.
 */

import { useEffect, useState } from "preact/hooks";
import { randomHex } from "../../ids";
import { useHost, useLive } from "../parts/host";

const NAME = "screen";
/** It is good for a day: a tab that is older lends another one. */
const FRESH_MS = 12 * 60 * 60 * 1000;

export function useScreenTicket(): string | undefined {
  const host = useHost();
  const { state } = useLive(host.room).workshop;
  const [ticket, setTicket] = useState(() => keptIn(host.drafts.read(NAME), host.now()));
  const lends = host.role === "facilitator" && host.wire === "socket" && state === "open";
  useEffect(() => {
    if (ticket || !lends) return;
    const fresh = randomHex(256);
    const command = { kind: "workshop.lend_ticket", ticket: fresh, purpose: "screen" };
    host.send(command).then(
      () => {
        host.drafts.write(NAME, `${host.now()} ${fresh}`);
        setTicket(fresh);
      },
      () => undefined,
    );
  }, [lends]);
  return ticket;
}

function keptIn(text: string, now: number): string | undefined {
  const [at, ticket] = text.split(" ");
  return ticket && now - Number(at) < FRESH_MS ? ticket : undefined;
}
