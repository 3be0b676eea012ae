export type Role = "facilitator" | "participant" | "observer";

export interface Command {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export interface Join {
  readonly url?: string;
  readonly reachable: boolean;
}
