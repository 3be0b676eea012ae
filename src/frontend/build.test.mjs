// @vitest-environment node
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildAll } from "./build.mjs";

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

it("each component gets every word that it asks for, with the page's or with its own", () => {
  const folders = readdirSync("src/components", { withFileTypes: true });
  for (const { name } of folders.filter((entry) => entry.isDirectory())) {
    const own = manifest[`words.en.${name.replace("-", "_")}.json`];
    const files = [manifest["words.en.json"], ...(own ? [own] : [])];
    const known = Object.assign({}, ...files.map((file) => JSON.parse(read(file))));
    const sources = readdirSync(`src/components/${name}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => readFileSync(`src/components/${name}/${file}`, "utf8"));
    const asked = [...sources.join("").matchAll(/\b(?:words|say)\(\s*"([\w.-]+)"/g)];
    const missing = asked.filter(([, key]) => !(key in known) && !(`${key}.other` in known));
    expect([name, missing.map(([, key]) => key)]).toEqual([name, []]);
  }
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
