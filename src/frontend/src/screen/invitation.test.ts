import { expect, it } from "vitest";
import { boxAddress } from "./invitation";

it("the address to type is the one of the box for the code", () => {
  const link = "http://laptop.test:8866/workshopkit/join/7F4KQH2M";
  expect(boxAddress(link)).toBe("laptop.test:8866/workshopkit/");
});
