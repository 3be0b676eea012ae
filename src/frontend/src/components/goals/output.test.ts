import { describe, expect, it } from "vitest";
import wording from "../../../../workshopkit/domain/goals/wording.py?raw";
import { MAKING, MAKING_IN_WELSH, readsLikeOutput } from "./output";

/** The words in quotes of a tuple in the room's own list. */
function listed(name: string): string[] {
  const start = wording.indexOf(`${name} = (`);
  const list = wording.slice(start, wording.indexOf(")", start));
  return [...list.matchAll(/"([^"]+)"/g)].map(([, word]) => word!).sort();
}

it("knows the same words as the room", () => {
  expect([...MAKING].sort()).toEqual(listed("MAKING"));
  expect([...MAKING_IN_WELSH].sort()).toEqual(listed("MAKING_IN_WELSH"));
});

describe("a goal", () => {
  it.each(["Launch the new portal", "We will roll out training", "SHIP it!", "Lansio’r porth"])(
    "may read like a thing to make: %s",
    (text) => expect(readsLikeOutput(text)).toBe(true),
  );

  it.each(["Fewer people have to call", "Safe after the launch", "Release of patients", ""])(
    "may name a change: %s",
    (text) => expect(readsLikeOutput(text)).toBe(false),
  );
});
