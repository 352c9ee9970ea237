import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { write } from "./make-repository.mjs";
import { recordOf, sourceOf } from "./make-report.mjs";

const FEATURES = ["auth", "blog", "cart", "media", "search"];
const LAYERS = ["entities", "application/use-cases", "interface-adapters/controllers", "ui-state"];
/** A feature of this size is a large one. */
const FILES_OF_LAYER = 5;

const MAKERS = ["boot-set", "make-repository", "make-report"];
const stamp = MAKERS.reduce((hash, name) => hash.update(readFileSync(new URL(`${name}.mjs`, import.meta.url))), createHash("sha1"))
  .digest("hex")
  .slice(0, 12);

/**
 * Five features of twenty sources, each with what the preset writes when its tests ran, and a program that asks them whether they hold their bands.
 * @returns the folder of the set, made unless it is there.
 */
export function bootSet(parent, tell) {
  const root = join(parent, `boot-${stamp}`);
  if (existsSync(root)) return root;
  tell(`making ${root}`);
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  write(unfinished, "pnpm-workspace.yaml", "packages: [packages/*]\n");
  for (const name of FEATURES) writeFeature(unfinished, name);
  write(unfinished, "boot.mjs", programText());
  renameSync(unfinished, root);
  return root;
}

function writeFeature(root, name) {
  const folder = `packages/${name}`;
  const files = LAYERS.flatMap((layer) => Array.from({ length: FILES_OF_LAYER }, (_, n) => `${folder}/src/${layer}/file${n}.ts`)).sort();
  const texts = files.map((_, place) => sourceOf(place).text);
  files.forEach((file, place) => write(root, file, texts[place]));
  write(root, `${folder}/package.json`, `${JSON.stringify({ name: `@bench/${name}`, type: "module" })}\n`);
  write(root, `${folder}/dist/feature.manifest.js`, manifestText(name));
  write(root, `${folder}/coverage/lcov.info`, files.map((file, place) => recordOf(file, place)).join(""));
  write(
    root,
    `${folder}/coverage/coverage-final.json`,
    JSON.stringify(Object.fromEntries(files.map((file) => [file, statementsOf(file)]))),
  );
  const sources = Object.fromEntries(files.map((file, place) => [file, { blob: blobId(texts[place]) }]));
  write(root, `${folder}/coverage/sources.json`, `${JSON.stringify({ schemaVersion: "1.0", sources }, null, 2)}\n`);
}

/** Three statements for each function, as the lcov has lines. */
function statementsOf(path) {
  const lines = Array.from({ length: 55 }, (_, n) => [2, 3, 5].map((line) => n * 6 + line)).flat();
  const statementMap = Object.fromEntries(lines.map((line, key) => [key, { start: { line, column: 2 }, end: { line, column: 24 } }]));
  return { path, statementMap, s: Object.fromEntries(lines.map((_, key) => [key, 1])), fnMap: {}, f: {}, branchMap: {}, b: {} };
}

function manifestText(name) {
  const band = "{ statements: 100, branches: 100, functions: 100, lines: 100 }";
  const bands = `{ baseline: ${band}, entities: ${band}, "use-cases": ${band}, controllers: ${band} }`;
  return `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const manifest = defineFeature({ name: "${name}", coverage: { bands: ${bands}, mutationTargets: ["entities"] } });
`;
}

function programText() {
  const imports = FEATURES.map((name) => `import { manifest as ${name} } from "./packages/${name}/dist/feature.manifest.js";\n`).join("");
  return `import { assertFeaturesConformance } from "@repo/core-shared/conformance/boot";
${imports}const told = assertFeaturesConformance([${FEATURES.join(", ")}], { env: { NODE_ENV: "production" } });
process.stdout.write(JSON.stringify(told.map(({ status, byLayer, freshness }) => [status, byLayer.size, freshness.known])));
`;
}

function blobId(text) {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}
