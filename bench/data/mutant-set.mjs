import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "./git.mjs";
import { makeModules } from "./make-modules.mjs";

/** The package, and the folder of its modules. */
export const PACKAGE = "packages/ledger";
export const MODULES = `${PACKAGE}/src/entities`;

/** So many does Stryker find in them. */
export const MUTANTS = 889;

const BAND = "{ statements: 80, branches: 75, functions: 80, lines: 80 }";
const FILES = {
  "package.json": `${JSON.stringify({ name: "bench", private: true, type: "module", workspaces: ["packages/*"] })}\n`,
  ".gitignore": "node_modules\n.stryker-tmp/\ncoverage/\n",
  "tsconfig.base.json": '{ "compilerOptions": { "strict": true, "target": "es2022", "module": "nodenext" } }\n',
  [`${PACKAGE}/package.json`]: `${JSON.stringify({ name: "@bench/ledger", private: true, type: "module" })}\n`,
  [`${PACKAGE}/tsconfig.json`]: '{ "extends": "../../tsconfig.base.json", "include": ["src"] }\n',
  [`${PACKAGE}/stryker.config.json`]: '{ "extends": "@repo/core-testing/stryker.base.json" }\n',
  [`${PACKAGE}/vitest.config.ts`]: `import { defineFeatureVitestConfig } from "@repo/core-testing";
import { ledgerManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(ledgerManifest, { root: import.meta.dirname });
`,
  [`${PACKAGE}/src/feature.manifest.ts`]: `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const ledgerManifest = defineFeature({
  name: "ledger",
  coverage: { bands: { baseline: ${BAND}, entities: ${BAND} }, mutationTargets: ["entities"] },
} as const);
`,
};

/** Beside `data-sets.mjs`, not in it: that file is part of its own stamp, and gigabytes bear it. */
const MAKERS = ["mutant-set", "make-modules", "function-kinds", "random", "git"];
const stamp = MAKERS.reduce((hash, name) => hash.update(readFileSync(new URL(`${name}.mjs`, import.meta.url))), createHash("sha1"))
  .digest("hex")
  .slice(0, 12);

/**
 * One package of 27 modules with their tests, committed, and then one comparison written the other way round, not committed.
 * @returns the folder of the set, made unless it is there. Its dependencies are not: see `linkDependencies`.
 */
export function mutantSet(parent, tell) {
  const root = join(parent, `mutants-${stamp}`);
  if (existsSync(root)) return root;
  tell(`making ${root}`);
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  make(unfinished);
  renameSync(unfinished, root);
  return root;
}

function make(root) {
  const modules = makeModules();
  for (const [path, text] of Object.entries(FILES)) write(root, path, text);
  for (const { name, source, test } of modules) {
    write(root, `${MODULES}/${name}.ts`, source);
    write(root, `${MODULES}/${name}.test.ts`, test);
  }
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "-m", "Begin");
  const { name, source } = modules.find((each) => COMPARISON.test(each.source));
  write(root, `${MODULES}/${name}.ts`, source.replace(COMPARISON, "if ($2 > $1) {"));
}

const COMPARISON = /if \((amount) < (\d+)\) \{/;

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
