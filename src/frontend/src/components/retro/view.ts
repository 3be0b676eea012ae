/** What the room shows of a retro board, and what is a person's own on it. */

import type { Host } from "../../host";
import type { ActivityView, Listing, Words } from "../../view";

export const CARD_LIMIT = 500;
export const TITLE_LIMIT = 120;

export interface Column {
  readonly title: Words;
  readonly prompt: Words;
  readonly kind: string;
}

export interface Card {
  readonly text: string;
  readonly column: string;
  readonly group?: string;
  readonly author?: string;
  /** Written by the facilitator for someone without a device. */
  readonly from_room?: boolean;
}

export interface Group {
  readonly title: string;
  readonly column: string;
}

export interface Tally {
  readonly votes: number;
  readonly voters: number;
}

export interface RetroView extends ActivityView {
  readonly anonymous: boolean;
  readonly columns: Listing<Column>;
  readonly written: number;
  readonly hidden: number;
  readonly cards: Listing<Card>;
  readonly groups: Listing<Group>;
  readonly votes_each: number;
  /** How many of them one card or group takes; all unless said. */
  readonly votes_per_card?: number;
  readonly voted: number;
  readonly tallies?: Readonly<Record<string, Tally>>;
  readonly ranking?: readonly string[];
  readonly focus?: string;
}

export interface OwnCard {
  readonly text: string;
  readonly column: string;
  readonly from_room?: boolean;
  /** Hidden by the facilitator from everyone else. */
  readonly hidden?: boolean;
}

/** The people in the room without a device: how many they are, and the dots given for them. */
export interface RoomDots {
  readonly people: number;
  readonly votes: Readonly<Record<string, number>>;
  readonly votes_left: number;
}

export interface RetroMe {
  readonly cards?: Listing<OwnCard>;
  readonly votes?: Readonly<Record<string, number>>;
  readonly votes_left?: number;
  /** For a facilitator. */
  readonly room?: RoomDots;
  readonly hidden_cards?: Listing<OwnCard>;
  readonly [field: string]: unknown;
}

export type RetroHost = Host<RetroView, RetroMe>;
