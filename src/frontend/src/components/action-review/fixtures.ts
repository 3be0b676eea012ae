/** A small review for tests. The fake host's clock says 1 January 2026. */

import { listing } from "../fake-host";
import type { ReviewMe, ReviewView } from "./view";

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

const LOOKING: ReviewView = {
  kind: "action_review",
  title: { en: "What came of it" },
  phase: "look",
  phases: ["look", "decide"],
  private: true,
  actions: listing({
    legal: {
      text: "Ask Legal",
      owner: "Priya",
      due: "2025-12-04",
      likely: 4,
      about: "Waiting",
      reviewed: 2,
      last_outcome: "They asked for a draft",
    },
    letters: { text: HOSTILE, due: "2026-01-01" },
    calls: { text: "Hear two calls", keep_doing: true },
  }),
  looked: 3,
};

const COUNTED = {
  private: false,
  marks: {
    legal: { done: 2, partly: 1, not_yet: 0 },
    letters: { done: 0, partly: 0, not_yet: 0 },
    calls: { done: 0, partly: 3, not_yet: 0 },
  },
  notes: { legal: ["One call did it", HOSTILE] },
  focus: "legal",
} as const;

export const review = (phase: string, more: Partial<ReviewView> = {}): ReviewView => ({
  ...LOOKING,
  ...(phase === "decide" ? COUNTED : {}),
  phase,
  ...more,
});

export const ME: ReviewMe = { marks: { legal: { mark: "partly", note: "Half of it" } } };
