import { expect, it } from "vitest";
import type { RoomView } from "../view";
import { makeWords } from "../words";
import { actionsText } from "./actions-text";

const say = makeWords("en", { "finished.due": "by {date}", "finished.keep": "We keep doing" });
const NONE = { order: [], items: {} };

it("saves the actions as plain text with owner and date", () => {
  const view = {
    workshop: { title: "Sprint 12 retrospective", team: "Benefits" },
    actions: {
      order: ["1", "2"],
      items: { 1: { text: "Ask Legal", owner: "Priya", due: "2026-12-04" }, 2: { text: "Rest" } },
    },
    carried: NONE,
  } as unknown as RoomView;
  expect(actionsText(view, say, "en")).toBe(
    "Sprint 12 retrospective · Benefits\n\n- Ask Legal (Priya · by 4 December 2026)\n- Rest\n",
  );
});

it("puts what goes on from earlier first, and what the team keeps doing under a heading", () => {
  const view = {
    workshop: { title: "Sprint 12", team: "" },
    actions: { order: ["1"], items: { 1: { text: "Ask Legal" } } },
    carried: {
      order: ["2", "3"],
      items: { 2: { text: "Fix letters" }, 3: { text: "Hear two calls", keep_doing: true } },
    },
  } as unknown as RoomView;
  expect(actionsText(view, say, "en")).toBe(
    "Sprint 12\n\n- Fix letters\n- Ask Legal\n\nWe keep doing\n\n- Hear two calls\n",
  );
});
