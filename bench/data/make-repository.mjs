import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "./git.mjs";
import { PACKAGES, pathsOf, recordOf, sourceOf } from "./make-report.mjs";

const CHANGED_FILES = 50;
const BAND = "{ statements: 80, branches: 75, functions: 80, lines: 80 }";

/** A repository of `count` sources with its merged report, on a branch that changes three lines in each of fifty files. */
export function makeRepository(root, count) {
  const paths = pathsOf(count);
  const changed = Array.from({ length: CHANGED_FILES }, (_, n) => Math.floor((n * count) / CHANGED_FILES));
  writePackages(root);
  paths.forEach((path, place) => write(root, path, sourceOf(place).text));
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root, "Begin");
  git(root, "checkout", "--quiet", "-b", "change");
  for (const place of changed) write(root, paths[place], sourceOf(place).changed);
  commit(root, "Change fifty files");
  writeReport(root, paths);
  writeSources(root, paths, new Set(changed));
}

function writePackages(root) {
  PACKAGES.forEach((folder, n) => {
    const name = folder.replace("packages/", "");
    write(root, `${folder}/package.json`, `${JSON.stringify({ name: `@bench/${name}` })}\n`);
    if (n >= 5) return;
    const coverage = `{ bands: { baseline: ${BAND}, entities: ${BAND} }, mutationTargets: [] }`;
    const call = `defineFeature({ name: "${name}", coverage: ${coverage} } as const)`;
    const text = `import { defineFeature } from "@repo/core-shared/conformance/feature";\nexport const manifest = ${call};\n`;
    write(root, `${folder}/src/feature.manifest.ts`, text);
  });
  write(root, "package.json", `${JSON.stringify({ name: "bench", private: true, workspaces: ["packages/*"] })}\n`);
  write(root, ".gitignore", "/coverage/\n");
}

/** Record by record: the whole text would make this process large, and starting others from it slow. */
function writeReport(root, paths) {
  mkdirSync(join(root, "coverage"));
  const report = openSync(join(root, "coverage/lcov.info"), "w");
  paths.forEach((path, place) => writeSync(report, recordOf(path, place)));
  closeSync(report);
}

function writeSources(root, paths, changed) {
  const blobOf = (path, place) => blobId(changed.has(place) ? sourceOf(place).changed : sourceOf(place).text);
  const bytes = statSync(join(root, "coverage/lcov.info")).size;
  const sources = Object.fromEntries(paths.map((path, place) => [path, { blob: blobOf(path, place), by: "aggregate" }]));
  write(root, "coverage/sources.json", `${JSON.stringify({ schemaVersion: "1.0", report: { bytes }, sources }, null, 2)}\n`);
}

function blobId(text) {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}

function commit(root, subject) {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "-m", subject);
}

export function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
