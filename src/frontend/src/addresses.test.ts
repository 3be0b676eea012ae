import { afterEach, describe, expect, it, vi } from "vitest";
import { linksOf, rootOf, screenLink } from "./addresses";

const URL_OF_PHONES = "http://laptop.test:8866/workshopkit/join/";

function pageAt(hostname: string): void {
  vi.stubGlobal("location", { hostname, href: `https://${hostname}/hub/ada/lab` });
}
afterEach(() => void vi.unstubAllGlobals());

describe("the links to join", () => {
  it("are those that the server says, and the address to type is the box for the code", () => {
    expect(linksOf({ url: URL_OF_PHONES }, "7F4KQH2M")).toEqual({
      join: "http://laptop.test:8866/workshopkit/join/7F4KQH2M",
      typed: "laptop.test:8866/workshopkit/",
    });
  });

  it("are none without an address, or where phones cannot reach it", () => {
    expect(linksOf(undefined, "X")).toBeUndefined();
    expect(linksOf({ reachable: false }, "X", "/hub/ada/")).toBeUndefined();
    expect(linksOf({ url: URL_OF_PHONES, reachable: false }, "X")).toBeUndefined();
  });

  it("are made of the page's own address behind a hub, which alone knows it", () => {
    pageAt("hub.example.org");
    expect(rootOf({}, "/hub/ada/")).toBe("https://hub.example.org/hub/ada/workshopkit/");
  });

  it.each(["localhost", "127.0.0.1", "[::1]"])("are never made of %s", (hostname) => {
    pageAt(hostname);
    expect(rootOf({}, "/")).toBeUndefined();
  });
});

it("the projector's link leads to this computer even where phones cannot reach it", () => {
  pageAt("localhost");
  const screen = "https://localhost/hub/ada/workshopkit/screen/X";
  expect(screenLink({ reachable: false }, "X", "/hub/ada/")).toBe(screen);
  expect(screenLink(undefined, "X", undefined)).toBeUndefined();
});
