// @vitest-environment node
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildAll, PARTS } from "./build.mjs";

const LIMIT = 40 * 1024;
const out = mkdtempSync(join(tmpdir(), "workshopkit-static-"));
const read = (name) => readFileSync(join(out, name), "utf8");
let manifest;

beforeAll(async () => {
  manifest = await buildAll(out);
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

/** A page's script with all that it imports at once: parts of activities come later. */
function loadedAtOnce(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const parts = read(name).matchAll(/(?:from|import)"\.\/([^"]+)"/g);
  for (const [, part] of parts) loadedAtOnce(part, seen);
  return seen;
}

describe("the join page", () => {
  it("weighs less than 40 kB gzipped before the first activity's part, with style and words", () => {
    const files = [
      ...loadedAtOnce(manifest["join.js"]),
      manifest["style.css"],
      manifest["words.en.json"],
    ];
    const bytes = files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
    expect(files.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(LIMIT);
  });

  it("loads activities only when they are needed", () => {
    const scripts = [...loadedAtOnce(manifest["join.js"])].map(read).join("");
    expect(scripts).toContain("import(");
    expect(scripts).not.toContain("retro.add_card");
  });
});

describe("the words of an activity", () => {
  const keys = (name) => Object.keys(JSON.parse(read(manifest[name])));
  const sources = readdirSync(new URL("src", import.meta.url), { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));

  it("come with its part, all but its steps and the question before leaving one", () => {
    expect(keys("words.experiments.en.json")).toContain("run_chart.start");
    expect(keys("words.retro.cy.json")).toEqual(
      expect.arrayContaining(keys("words.retro.en.json")),
    );
    const everywhere = keys("words.en.json");
    expect(everywhere).toContain("retro.phase.vote");
    expect(everywhere).toContain("experiments.leave.vote.yes");
    expect(everywhere).toContain("waiting.in");
    const retro = everywhere.filter((key) => key.startsWith("retro."));
    expect(retro.filter((key) => !/^retro\.(phase|leave)\./.test(key))).toEqual([]);
  });

  it("are said by nobody else", () => {
    for (const [part, starts] of Object.entries(PARTS)) {
      const said = new RegExp(`\\b(words|say)\\(\\s*["\`](${starts.join("|")})\\.(?!phase|leave)`);
      const others = sources.filter((name) => !name.includes(`/${part.replace("_", "-")}/`));
      const found = others.filter((name) =>
        said.test(readFileSync(new URL(`src/${name}`, import.meta.url), "utf8")),
      );
      expect(found).toEqual([]);
    }
  });
});

it("every file of a page has its hash in its name and is in the manifest", () => {
  const fixed = ["THIRD-PARTY.txt", "manifest.json", "widget.css", "widget.js"];
  const files = readdirSync(out).filter((name) => !fixed.includes(name));
  expect(Object.values(manifest).sort()).toEqual(files.sort());
  for (const name of files) expect(name).toMatch(/\.[0-9A-Za-z]{8,}\.(js|css|json)$/);
});

it("the licence of everything that is bundled comes along", () => {
  const bundled = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const names = Object.keys(bundled.dependencies).filter((name) => name !== "esbuild");
  for (const name of names) expect(read("THIRD-PARTY.txt")).toContain(`${name}\n`);
});

describe("the widget's module", () => {
  it("imports nothing, for a blob has no neighbours", () => {
    expect(read("widget.js")).not.toMatch(/(?:from|import)\s*["'(]["'.]/);
  });

  it("has a render function as its default export", async () => {
    const address = `data:text/javascript;base64,${Buffer.from(read("widget.js")).toString("base64")}`;
    const module = await import(/* @vite-ignore */ address);
    expect(module.default.render).toBeTypeOf("function");
  });
});

it("no file names another host", () => {
  const files = readdirSync(out).filter((name) => name !== "THIRD-PARTY.txt");
  for (const name of files) {
    const hosts = read(name).match(/https?:\/\/[\w.-]+/g) ?? [];
    expect(hosts.filter((host) => host !== "http://www.w3.org")).toEqual([]);
    expect(read(name)).not.toContain("sourceMappingURL");
  }
});

it("no source sets HTML: what people write is text", () => {
  const sources = readdirSync("src", { recursive: true }).filter((name) => /\.tsx?$/.test(name));
  for (const name of sources) {
    const text = readFileSync(join("src", name), "utf8");
    expect(text, name).not.toMatch(/\b(inner|outer)HTML\s*[=:]|InnerHTML|insertAdjacentHTML/);
  }
});
