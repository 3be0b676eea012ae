/** What the room shows of a health check, and what is a person's own in it. */

import type { Host } from "../../host";
import type { ActivityView, Listing, Words } from "../../view";

export const COMMENT_LIMIT = 300;

export const LIGHTS = ["green", "amber", "red", "cannot_say"] as const;
export type Light = (typeof LIGHTS)[number];
export const TRENDS = ["better", "same", "worse"] as const;
export type Trend = (typeof TRENDS)[number];

export interface Topic {
  readonly title: Words;
  readonly good?: Words;
  readonly bad?: Words;
}

export interface Counts {
  readonly lights: Readonly<Record<Light, number>>;
  readonly trends: Readonly<Record<Trend, number>>;
}

/** What everyone said of one topic, and what the team said when it last looked at it. */
export interface TopicResult extends Counts {
  readonly comments?: readonly string[];
  readonly before?: Counts & { readonly day: string };
}

/** One round, as it was frozen; the most worrying topic first. */
export interface Results {
  readonly round: number;
  readonly answered: number;
  readonly topics: Listing<TopicResult>;
}

export interface HealthView extends ActivityView {
  readonly topics: Listing<Topic>;
  readonly round: number;
  readonly answered: number;
  readonly results?: Results;
  readonly focus?: string;
}

export interface Rating {
  readonly light?: Light;
  readonly trend?: Trend;
}

export interface HealthMe {
  readonly ratings?: Readonly<Record<string, Rating>>;
  readonly comments?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export type HealthHost = Host<HealthView, HealthMe>;
