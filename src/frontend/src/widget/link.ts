/**
 * One workshop's connection, shared by every widget of the page that shows a part of it. It lives
 * as long as one of them does; where it runs over a comm, over that of a widget that is there.
 */

import { signal } from "@preact/signals";
import { Connection } from "../connection/connection";
import { commWire, socketAddress, socketWire, type OpenWire } from "../connection/wires";
import type { Live } from "../host";
import { PROTOCOL, type Hello } from "../protocol";
import { Store } from "../store";
import { chooseLanguage, type Language } from "../words";
import type { Model } from "./model";
import { askForOffer, type Offer } from "./offer";
import { watchPulse } from "./pulse";

/** A cell that is run again leaves and comes back: the connection outlives that. */
const LINGER_MS = 1_000;
const RENEW_MS = 10_000;

/** One widget on the page. */
export interface Seat {
  readonly model: Model;
}

export class Link {
  readonly connection: Connection;
  readonly store = new Store();
  /** The facilitator's language, the same in every widget. */
  readonly lang = signal<Language>(chooseLanguage(this.store.keeps("lang"), navigator.languages));
  /** Who came first draws the bar in the page's slot. */
  readonly first = signal<Seat | undefined>(undefined);
  /** Whether the kernel has stopped answering. */
  readonly silent: Live<boolean>;
  private seats: readonly Seat[] = [];
  private carrier: Seat | undefined;
  private renewing = false;
  private lingering: ReturnType<typeof setTimeout> | undefined;

  /** `base` is the server's, or nothing where the comm must do. */
  constructor(
    private offer: Offer,
    readonly base: string | undefined,
    private readonly founder: Seat,
    private readonly ended: () => void,
  ) {
    this.connection = new Connection({
      open: base === undefined ? this.overComm : socketWire(socketAddress(base, offer.code)),
      wire: base === undefined ? "comm" : "socket",
      hello: () => this.hello(),
      store: this.store,
      scope: `${offer.workshop}.lead`,
    });
    this.silent = watchPulse(this.connection.state, () => this.seats[0]?.model);
    this.connection.state.subscribe((state) => {
      if (state.name === "refused" && state.refusal.code === "wrong_ticket") void this.renew();
    });
  }

  get workshop(): string {
    return this.offer.workshop;
  }

  choose(lang: Language): void {
    this.store.keep("lang", lang);
    this.lang.value = lang;
  }

  enter(seat: Seat, offer: Offer): void {
    clearTimeout(this.lingering);
    this.offer = offer;
    this.sit([...this.seats, seat]);
    if (this.connection.state.value.name === "refused") this.connection.renew();
  }

  leave(seat: Seat): void {
    this.sit(this.seats.filter((other) => other !== seat));
    if (this.seats.length === 0) this.lingering = setTimeout(() => this.end(), LINGER_MS);
    else if (seat === this.carrier) this.connection.renew();
  }

  private sit(seats: readonly Seat[]): void {
    this.seats = seats;
    this.first.value = seats[0];
  }

  private readonly overComm: OpenWire = (events) => {
    this.carrier = this.seats[this.seats.length - 1] ?? this.founder;
    return commWire(this.carrier.model)(events);
  };

  private hello(): Hello {
    const { code, workshop, ticket } = this.offer;
    const secret = this.store.secret(code, workshop);
    return { type: "hello", protocol: PROTOCOL, ticket, secret, lang: this.lang.value };
  }

  /** The ticket has run out: the kernel makes another. */
  private async renew(): Promise<void> {
    const seat = this.seats[this.seats.length - 1];
    if (!seat || this.renewing) return;
    this.renewing = true;
    setTimeout(() => (this.renewing = false), RENEW_MS);
    this.offer = await askForOffer(seat.model).offer;
    this.connection.renew();
  }

  private end(): void {
    this.connection.close();
    this.ended();
  }
}
