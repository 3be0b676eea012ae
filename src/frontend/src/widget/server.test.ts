import { afterEach, describe, expect, it, vi } from "vitest";
import { findServer, jupyterBase } from "./server";

function page(config: string | undefined): void {
  document.head.replaceChildren();
  if (config === undefined) return;
  const script = document.createElement("script");
  script.id = "jupyter-config-data";
  script.type = "application/json";
  script.textContent = config;
  document.head.append(script);
}

const answer = (ok: boolean, body: object): void =>
  void vi.stubGlobal("fetch", () => Promise.resolve({ ok, json: () => Promise.resolve(body) }));

afterEach(() => {
  page(undefined);
  vi.unstubAllGlobals();
});

describe("the base of a page", () => {
  it("is the one that Jupyter says, with a slash at its end", () => {
    page('{"baseUrl": "/hub/ada"}');
    expect(jupyterBase()).toBe("/hub/ada/");
  });

  it("is unknown where there is no Jupyter or its words make no sense", () => {
    expect(jupyterBase()).toBeUndefined();
    page("{");
    expect(jupyterBase()).toBeUndefined();
  });
});

describe("our server", () => {
  it("is there when the health page names the kernel's database", async () => {
    page('{"baseUrl": "/p/"}');
    answer(true, { database: "d" });
    expect(await findServer("d")).toBe("/p/");
  });

  it("is not there when it has another database, no health page, or no answer", async () => {
    page('{"baseUrl": "/p/"}');
    answer(true, { database: "other" });
    expect(await findServer("d")).toBeUndefined();
    answer(false, { database: "d" });
    expect(await findServer("d")).toBeUndefined();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    expect(await findServer("d")).toBeUndefined();
  });
});
