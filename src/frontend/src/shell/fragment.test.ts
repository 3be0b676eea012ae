import { afterEach, expect, it } from "vitest";
import { takeFragment } from "./fragment";

const SECRET = "0123456789abcdef".repeat(4);

afterEach(() => history.replaceState(null, "", "/"));

it("a secret behind the # is taken out of the address bar, and nothing else is", () => {
  history.replaceState(null, "", `/workshopkit/join/CODE?a=b#${SECRET}`);
  expect(takeFragment()).toBe(SECRET);
  expect(location.href).toMatch(/\/workshopkit\/join\/CODE\?a=b$/);
  expect(takeFragment()).toBeUndefined();
});

it.each(["", "#content", `#${SECRET}0`, `#${SECRET.toUpperCase()}`, "#<b>"])(
  "%j is no secret and stays",
  (hash) => {
    history.replaceState(null, "", `/page${hash}`);
    expect(takeFragment()).toBeUndefined();
    expect(location.hash).toBe(hash.replace(/[<>]/g, encodeURIComponent));
  },
);
