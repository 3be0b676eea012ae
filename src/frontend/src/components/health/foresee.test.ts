import { expect, it } from "vitest";
import type { Command } from "../../host";
import { ASKING } from "./fixtures";
import { foresee } from "./foresee";
import type { HealthMe } from "./view";

const after = (me: HealthMe, ...commands: object[]) =>
  foresee(ASKING, me, new Map(commands.map((command, at) => [`${at}`, command as Command])));

const rate = (topic: string, said: object) => ({ kind: "health.rate", topic, ...said });
const write = (topic: string, text: string) => ({ kind: "health.write", topic, text });

it("an answer on its way is mine already, and counts me once", () => {
  const seen = after({}, rate("flow", { light: "red" }), rate("pace", { trend: "worse" }));
  expect(seen.me.ratings).toEqual({ flow: { light: "red" }, pace: { trend: "worse" } });
  expect(seen.view.answered).toBe(5);
  expect(seen.pending).toBe(true);
});

it("who has answered before is not counted again", () => {
  const me = { ratings: { flow: { light: "green" as const } } };
  expect(after(me, rate("pace", { light: "red" })).view.answered).toBe(4);
});

it("an answer that says nothing more is taken back", () => {
  const me = { ratings: { flow: { light: "green" as const } } };
  const seen = after(me, rate("flow", {}));
  expect(seen.me.ratings).toEqual({});
  expect(seen.view.answered).toBe(3);
});

it("a comment is kept by its topic, and an empty one is gone", () => {
  expect(after({}, write("flow", " Slow ")).me.comments).toEqual({ flow: "Slow" });
  expect(after({ comments: { flow: "Slow" } }, write("flow", " ")).me.comments).toEqual({});
  expect(after({}, write("flow", "Slow")).view.answered).toBe(4);
});

it("what else is on its way changes nothing", () => {
  const seen = after({}, { kind: "team.add_action", text: "x" });
  expect(seen).toEqual({ view: ASKING, me: {}, pending: false });
});
