import { render } from "preact";
import { expect, it } from "vitest";
import { fakeHost, listing } from "../fake-host";
import { DueReviews } from "./due-reviews";

const REVIEWS = listing({
  call: { title: "Call <b>first</b>", review: "2025-12-20", owner: "Ada" },
  text: { title: "Text a reminder", review: "2026-01-01" },
  later: { title: "Shorter letters", review: "2026-01-02" },
});

function drawn(reviews: typeof REVIEWS): HTMLElement {
  const el = document.createElement("div");
  const { words, lang, now } = fakeHost({});
  render(<DueReviews reviews={reviews} say={words} lang={lang} now={now()} />, el);
  return el;
}

it("what is due by today is named with its day, and what comes later is not", () => {
  const el = drawn(REVIEWS);
  expect(el.textContent).toContain("2 experiments of this team are due for review:");
  const lines = Array.from(el.querySelectorAll("li"), (line) => line.textContent);
  expect(lines).toEqual([
    "! Call <b>first</b>, due on 20 December 2025",
    "! Text a reminder, due on 1 January 2026",
  ]);
  expect(el.querySelector("b")).toBeNull();
});

it("where nothing is due there is nothing at all", () => {
  const { later } = REVIEWS.items;
  expect(drawn(listing({ later: later! }) as typeof REVIEWS).innerHTML).toBe("");
});
