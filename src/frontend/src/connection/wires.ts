/** The two wires that carry the protocol: a WebSocket, or a widget's comm to its kernel. */

import { randomHex } from "../ids";

export interface WireEvents {
  opened(): void;
  message(text: string): void;
  closed(code: number): void;
}

export interface Wire {
  send(text: string): void;
  /** Ends it quietly: no event follows. */
  close(): void;
}

export type OpenWire = (events: WireEvents) => Wire;

export function socketWire(address: string): OpenWire {
  return (events) => {
    const socket = new WebSocket(address);
    socket.onopen = () => events.opened();
    socket.onmessage = (event) => events.message(String(event.data));
    socket.onclose = (event) => events.closed(event.code);
    return {
      send: (text) => socket.send(text),
      close: () => {
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close(1000);
      },
    };
  };
}

/** What a wire over the comm needs of anywidget's model. */
export interface CommModel {
  send(content: unknown): void;
  on(name: "msg:custom", callback: (content: unknown) => void): void;
  off(name: "msg:custom", callback: (content: unknown) => void): void;
}

interface WireMessage {
  readonly type: "wire";
  readonly session: string;
  readonly data: string;
}

export function commWire(model: CommModel): OpenWire {
  return (events) => {
    const session = randomHex(128);
    const heard = (content: unknown): void => {
      const message = content as Partial<WireMessage> | null;
      if (message?.type === "wire" && message.session === session) events.message(message.data!);
    };
    model.on("msg:custom", heard);
    const opening = setTimeout(() => events.opened());
    return {
      send: (data) => model.send({ type: "wire", session, data }),
      close: () => {
        clearTimeout(opening);
        model.off("msg:custom", heard);
        model.send({ type: "unwire", session });
      },
    };
  };
}

/** The address of a room's socket, from the base that all of our pages share. */
export function socketAddress(base: string, code: string): string {
  const url = new URL(`${base}workshopkit/socket/${encodeURIComponent(code)}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
