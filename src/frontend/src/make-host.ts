/** What a page gives to a component, made of a connection, a store and words. */

import type { Connection } from "./connection/connection";
import {
  isRefused,
  type ActivityMe,
  type ActivityView,
  type Command,
  type Host,
  type Kernel,
  type Live,
  type Pending,
} from "./host";
import { latest, part } from "./live";
import type { Store } from "./store";
import type { Me, RoomView } from "./view";
import { authored, type Say } from "./words";

export interface Surroundings {
  readonly connection: Connection;
  readonly store: Store;
  readonly say: Say;
  readonly lang: string;
  /** See `Host`. */
  readonly base?: string | undefined;
  readonly lent?: boolean;
  readonly kernel?: Kernel | undefined;
  announce(message: string): void;
}

const NO_ACTIVITY: ActivityView = { kind: "", title: {}, phase: "", phases: [], private: false };
const NOTHING_YET: RoomView = {
  workshop: {
    id: "",
    title: "",
    team: "",
    state: "open",
    door: "open",
    perspectives: [],
  },
  agenda: { order: [], items: {} },
  activities: {},
  actions: { order: [], items: {} },
  carried: { order: [], items: {} },
  reviews: { order: [], items: {} },
  people: { count: 0 },
};

/** The host of one activity, or of the whole room where `id` is "". Once it is over, all look on. */
export function makeHost(id: string, around: Surroundings, over = false): Host {
  const { connection, store, say, lang } = around;
  return {
    id,
    lang,
    role: over && id ? "observer" : connection.role.value,
    wire: connection.wireName,
    base: around.base,
    lent: around.lent ?? false,
    kernel: around.kernel,
    view: latest(connection.view, (room) => room?.activities[id], NO_ACTIVITY),
    me: latest<Me, ActivityMe>(connection.me, (me) => me.activities[id], {}),
    room: latest(connection.view, (room) => room, NOTHING_YET),
    person: part(connection.me, (me) => me.person),
    presence: connection.presence,
    pending: ownPending(id, connection.pending),
    join: connection.join,
    drafts: store.drafts(`${connection.scope}.${id}`),
    send: (command) => connection.send(command),
    words: say,
    text: (words) => authored(words, lang),
    explain: (refused) => explain(refused, say),
    announce: around.announce,
    now: () => connection.now(),
  };
}

/** A refusal in this person's language: by its code, else as the server says it in English. */
export function explain(refused: unknown, say: Say): string {
  if (!isRefused(refused)) return say("refused.unknown");
  const key = `refused.${refused.code}`;
  const known = say(key);
  if (known !== key) return known;
  return `${refused.message} ${refused.remedy}`.trim() || say("refused.unknown");
}

/** Wishes to this activity, and those to none in particular, such as the team's actions. */
function ownPending(id: string, all: Live<Pending>): Live<Pending> {
  if (!id) return all;
  const own = ({ activity }: Command): boolean => activity === id || activity === undefined;
  return part(all, (pending) => new Map([...pending].filter(([, command]) => own(command))));
}
