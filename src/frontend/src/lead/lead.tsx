/** The page to lead from: for whoever has a ticket, as long as it is good. */

import { useState } from "preact/hooks";
import { Connecting } from "../join/connecting";
import { Refusal } from "../join/refusal";
import { useConnection } from "../shell/connect";
import type { Frame } from "../shell/frame";
import { useRefusal } from "../shell/use-refusal";
import { Ended } from "./ended";
import { guide, ticketOf } from "./guide";
import { Leading } from "./leading";

export function Lead(frame: Frame) {
  const [ticket] = useState(() => ticketOf(frame));
  return ticket ? <Led {...frame} ticket={ticket} /> : <Ended {...frame} />;
}

function Led({ ticket, ...frame }: Frame & { readonly ticket: string }) {
  const connection = useConnection(() => guide(frame, ticket));
  const refusal = useRefusal(connection);
  if (refusal?.code === "wrong_ticket") return <Ended {...frame} />;
  if (refusal) return <Refusal {...frame} refusal={refusal} />;
  if (!connection?.view.value) return <Connecting {...frame} />;
  return <Leading {...frame} connection={connection} view={connection.view.value} />;
}
