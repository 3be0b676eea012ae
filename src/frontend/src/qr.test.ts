import { expect, it } from "vitest";
import { draw } from "./qr";

it("a QR code leaves a quiet zone of four modules around its corner squares", () => {
  const { path, size } = draw("http://laptop.test/workshopkit/join/7F4KQH2M");
  expect(size).toBeGreaterThanOrEqual(29 + 8);
  expect(path.startsWith("M4 4h1v1h-1z")).toBe(true);
  expect(path).not.toMatch(/M[0-3] /);
});
