/**
 * Builds src/workshopkit/static: pages (hashed and split, so that an activity's part is loaded
 * when it is needed), styles, words, one widget module for notebooks, and manifest.json, which
 * maps logical names to hashed ones (parts have no other name; the widget's files have no hash).
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const wordsFolder = join(here, "..", "..", "data", "words");
const defaultOut = join(here, "..", "workshopkit", "static");
const PAGES = {
  join: "src/join/index.tsx",
  lead: "src/lead/index.tsx",
  screen: "src/screen/index.tsx",
};
const PAGE_STYLES = ["tokens", "base", "page", "join", "lead", "screen"];
/** Components whose words a page fetches with them: a phone starts with the fewest it can. */
const WORD_PARTS = {
  bar: /^bar\b|^\w+\.leave\./,
  lobby: /^lobby\b/,
  retro: /^retro\./,
  goals: /^goals\./,
  health: /^health\./,
  experiments: /^(experiments|run_chart)\./,
  action_review: /^action_review\./,
};
const BUNDLED = ["preact", "@preact/signals", "@preact/signals-core", "uqr"];
const WIDGET_STYLES = ["tokens", "base", "widget"];

/** What every bundle shares. Nothing in it may name another host: no source maps, no comments. */
const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2021", "chrome100", "safari15"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
};

export async function buildAll(out = defaultOut) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const words = writeWords(out);
  const manifest = {
    ...words,
    ...(await buildPages(out, words)),
    ...(await buildStyles(out)),
  };
  await buildWidget(out);
  writeFileSync(join(out, "THIRD-PARTY.txt"), notices());
  writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
  return manifest;
}

/** words.en.HASH.json, words.en.goals.HASH.json …: what only one component says comes with it. */
function writeWords(out) {
  const files = readdirSync(wordsFolder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(files.sort().flatMap((name) => wordsOf(out, name)));
}

function wordsOf(out, name) {
  const all = Object.entries(JSON.parse(readFileSync(join(wordsFolder, name), "utf8")));
  const words = all.filter(([key]) => !key.startsWith("_"));
  const language = name.replace(/\.json$/, "");
  return ["", ...Object.keys(WORD_PARTS)].map((part) => {
    const own = Object.fromEntries(words.filter(([key]) => partOf(key) === part));
    const file = `words.${[language, part].filter(Boolean).join(".")}.json`;
    return [file, writeHashed(out, file, JSON.stringify(own))];
  });
}

/** The component that alone says a word, else none. Phases are named on several pages. */
function partOf(key) {
  if (/^\w+\.phase\./.test(key)) return "";
  return Object.keys(WORD_PARTS).find((part) => WORD_PARTS[part].test(key)) ?? "";
}

async function buildPages(out, words) {
  const result = await build({
    ...shared,
    entryPoints: PAGES,
    outdir: out,
    splitting: true,
    metafile: true,
    entryNames: "[name].[hash]",
    chunkNames: "part.[hash]",
    define: { WORDS_FILES: JSON.stringify(withoutFrame(words)) },
  });
  return Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([file, { entryPoint }]) => [
      pageName(entryPoint) ?? basename(file),
      basename(file),
    ]),
  );
}

async function buildStyles(out) {
  const names = { "style.css": await styles(PAGE_STYLES) };
  if (existsSync(join(here, "src", "home.css"))) {
    names["home.css"] = await css(`@import "./src/home.css";`);
  }
  return Object.fromEntries(
    Object.entries(names).map(([name, text]) => [name, writeHashed(out, name, text)]),
  );
}

/** One module with everything inside: a notebook loads it from a blob, where nothing is relative. */
async function buildWidget(out) {
  await build({
    ...shared,
    entryPoints: ["src/widget/index.ts"],
    outfile: join(out, "widget.js"),
  });
  writeFileSync(join(out, "widget.css"), await styles(WIDGET_STYLES));
}

/** The licences of what the bundles carry: minified, they lose their own notices. */
function notices() {
  return BUNDLED.map((name) => {
    const licence = readFileSync(join(here, "node_modules", name, "LICENSE"), "utf8");
    return `${name}\n\n${licence.trim()}\n`;
  }).join("\n----\n\n");
}

/** Our own style sheets in their order, then those of the components. */
async function styles(names) {
  const components = readdirSync(join(here, "src", "components"), { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".css"))
    .sort();
  const files = [...names.map((name) => `styles/${name}.css`), ...components.map(inComponents)];
  return css(files.map((file) => `@import "./src/${file}";`).join("\n"));
}

async function css(contents) {
  const stdin = { contents, loader: "css", resolveDir: here };
  const result = await build({ ...shared, stdin, write: false });
  return result.outputFiles[0].text;
}

function writeHashed(out, name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const [stem, ending] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf("."))];
  const hashed = `${stem}.${hash}${ending}`;
  writeFileSync(join(out, hashed), text);
  return hashed;
}

/** words.en.goals.json as en.goals. */
function withoutFrame(words) {
  const plain = (name) => name.replace(/^words\.|\.json$/g, "");
  return Object.fromEntries(Object.entries(words).map(([name, file]) => [plain(name), file]));
}

function pageName(entryPoint) {
  const name = Object.keys(PAGES).find((page) => PAGES[page] === entryPoint);
  return name && `${name}.js`;
}

function inComponents(name) {
  return `components/${name}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll(process.argv[2]);
}
