import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import en from "../../../../../data/words/en.json";
import type { DueReview } from "../../view";
import { makeWords } from "../../words";
import { listing } from "../fake-host";
import { DueReviews } from "./due-reviews";

const NOW = Date.parse("2026-05-04T10:00:00Z");
const one = (title: string, review: string): DueReview => ({ title, review });
let el: HTMLElement;

beforeEach(() => document.body.append((el = document.createElement("div"))));
afterEach(() => {
  render(null, el);
  el.remove();
});

function show(reviews: Readonly<Record<string, DueReview>>): void {
  const say = makeWords("en", en);
  render(<DueReviews reviews={listing(reviews)} say={say} lang="en" now={NOW} />, el);
}

describe("reviews that are due", () => {
  it("are those of today and before, with their days, and their names as text", () => {
    show({
      late: one("<b>Shorter letters</b>", "2026-05-01"),
      today: one("Call before we write", "2026-05-04"),
      later: one("Text people", "2026-05-05"),
    });
    expect(el.textContent).toContain("2 experiments of this team are due for review:");
    const said = Array.from(el.querySelectorAll("li"), (each) => each.textContent);
    expect(said).toEqual([
      "! <b>Shorter letters</b>, due on 1 May 2026",
      "! Call before we write, due on 4 May 2026",
    ]);
  });

  it("are not spoken of where there are none", () => {
    show({ later: one("Text people", "2026-05-05") });
    expect(el.innerHTML).toBe("");
    show({});
    expect(el.innerHTML).toBe("");
  });
});
