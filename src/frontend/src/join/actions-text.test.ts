import { expect, it } from "vitest";
import type { RoomView } from "../view";
import { makeWords } from "../words";
import { actionsText } from "./actions-text";

const say = makeWords("en", { "finished.due": "by {date}" });

it("saves the actions as plain text with owner and date", () => {
  const view = {
    workshop: { title: "Sprint 12 retrospective", team: "Benefits" },
    actions: {
      order: ["1", "2"],
      items: { 1: { text: "Ask Legal", owner: "Priya", due: "2026-12-04" }, 2: { text: "Rest" } },
    },
  } as unknown as RoomView;
  expect(actionsText(view, say, "en")).toBe(
    "Sprint 12 retrospective · Benefits\n\n- Ask Legal (Priya · by 4 December 2026)\n- Rest\n",
  );
});
