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

/** Activities whose words come with their part, by the beginnings of their keys. */
export const PARTS = {
  action_review: ["action_review"],
  experiments: ["experiments", "run_chart"],
  goals: ["goals"],
  health: ["health"],
  retro: ["retro"],
};

/**
 * words.en.HASH.json and words.retro.en.HASH.json …: what every page needs, and what an activity's
 * part alone does. Without the notes that begin with an underscore.
 */
function writeWords(out) {
  const files = readdirSync(wordsFolder).filter((name) => name.endsWith(".json"));
  return Object.assign({}, ...files.sort().map((name) => writeLanguage(out, name)));
}

function writeLanguage(out, name) {
  const byPart = {};
  for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(wordsFolder, name))))) {
    if (!key.startsWith("_")) (byPart[partOf(key)] ??= {})[key] = text;
  }
  return Object.fromEntries(
    Object.entries(byPart).map(([part, words]) => {
      const file = ["words", part, name].filter(Boolean).join(".");
      return [file, writeHashed(out, file, JSON.stringify(words))];
    }),
  );
}

/** The steps of an activity, and the question before leaving one, stand outside it: on every page. */
function partOf(key) {
  const [start, next] = key.split(".");
  if (next === "phase" || next === "leave") return "";
  return Object.keys(PARTS).find((part) => PARTS[part].includes(start)) ?? "";
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
    define: { WORDS_FILES: JSON.stringify(languages(words)) },
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

function languages(words) {
  const byLanguage = {};
  for (const [name, file] of Object.entries(words)) {
    const [lang, part = ""] = name.split(".").slice(1, -1).reverse();
    (byLanguage[lang] ??= {})[part] = file;
  }
  return byLanguage;
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
