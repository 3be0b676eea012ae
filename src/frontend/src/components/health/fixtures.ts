/** A health check of three topics, for tests. */

import { listing } from "../fake-host";
import type { HealthView, TopicResult } from "./view";

export const HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>";

export const ASKING: HealthView = {
  kind: "health",
  title: { en: "How our team is doing" },
  phase: "answer",
  phases: ["answer", "results"],
  private: true,
  topics: listing({
    flow: {
      title: { en: "Flow" },
      good: { en: "Work moves." },
      bad: { en: "Much is begun." },
    },
    pace: { title: { en: "Pace" } },
    users: { title: { en: "Users" } },
  }),
  round: 1,
  answered: 4,
};

const NOBODY = { green: 0, amber: 0, red: 0, cannot_say: 0 };
const NOWHERE = { better: 0, same: 0, worse: 0 };

const RESULTS: Readonly<Record<string, TopicResult>> = {
  pace: {
    lights: { ...NOBODY, amber: 1, red: 3 },
    trends: { ...NOWHERE, worse: 4 },
    comments: [HOSTILE, "Worn out"],
  },
  flow: {
    lights: { ...NOBODY, green: 3, cannot_say: 1 },
    trends: { better: 2, same: 1, worse: 0 },
    before: {
      day: "2026-10-02",
      lights: { ...NOBODY, amber: 2, red: 1 },
      trends: { ...NOWHERE, same: 3 },
    },
  },
  users: { lights: NOBODY, trends: NOWHERE },
};

export const SHOWN: HealthView = {
  ...ASKING,
  phase: "results",
  private: false,
  results: { round: 1, answered: 4, topics: listing({ ...RESULTS }) },
};
