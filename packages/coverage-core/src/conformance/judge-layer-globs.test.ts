import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { stateFeature, stateRepo } from "./judge-manifests.js";
import { unmatchedGlobs } from "./judge-layer-globs.js";

const BAND = "{ statements: 80, branches: 75, functions: 80, lines: 80 }";
const FILES = ["packages/shop/src/entities/price.ts", "packages/shop/src/gate/a.ts", "legacy/old.ts"].map(asRepoPath);

const told = (coverage: string, { root = "", folder = "packages/shop", repo = "" } = {}): string[] => {
  const text = `export const shopManifest = defineFeature({\n  name: "shop",${root}\n  coverage: {\n    ${coverage}\n  },\n} as const);\n`;
  const manifest = stateFeature({ file: asRepoPath("m.ts"), text });
  return unmatchedGlobs({
    repo:
      repo === ""
        ? null
        : stateRepo({ file: asRepoPath("repo.manifest.ts"), text: `export default defineRepo({\n${repo}\n} as const);\n` }),
    packages: [{ name: "@demo/shop", folder: folder === "" ? "" : asRepoPath(folder), manifest }],
    files: FILES,
  }).map(({ rooted, finding: { file, line, message, hint } }) => `${rooted} ${file}:${line ?? "-"} ${message} | ${hint}`);
};

it.each<[sentence: string, coverage: string, findings: string[]]>([
  ["a default layer that has no band and is no target", `bands: { baseline: ${BAND} }`, []],
  ["a default layer with files", `bands: { baseline: ${BAND}, entities: ${BAND} }`, []],
  [
    "a default layer with a band and no file",
    `bands: {\n      baseline: ${BAND},\n      controllers: ${BAND},\n    }`,
    [
      'packages/shop/src/interface-adapters/controllers/** m.ts:6 the layer "controllers" has the glob src/interface-adapters/controllers/**, and no file below packages/shop matches it | correct src/interface-adapters/controllers/** in m.ts, or take "controllers" out of bands and mutationTargets',
    ],
  ],
  [
    "a default layer that is a target alone",
    `bands: { baseline: ${BAND} }, mutationTargets: ["use-cases"]`,
    [expect.stringContaining('the layer "use-cases" has the glob src/application/use-cases/**')],
  ],
  ["declared layers whose globs all match", `layers: { gate: ["src/gate/**"] }, bands: { baseline: ${BAND} }`, []],
  [
    "one glob of a declared layer, on its line, also without a band",
    `layers: {\n      gate: [\n        "src/gate/**",\n        "src/gatte/**",\n      ],\n    },\n    bands: { baseline: ${BAND} }`,
    [
      'packages/shop/src/gatte/** m.ts:7 the layer "gate" has the glob src/gatte/**, and no file below packages/shop matches it | correct src/gatte/** in m.ts, or take it out of the layer "gate"',
    ],
  ],
  [
    "an exempt glob",
    `exempt: ["src/gate/**", "src/made/**"], bands: { baseline: ${BAND} }`,
    [
      "packages/shop/src/made/** m.ts:4 exempt has the glob src/made/**, and no file below packages/shop matches it | correct src/made/** in m.ts, or take it out of exempt",
    ],
  ],
  ["a manifest that cannot be used: another rule tells of it", "bands: 1", []],
])("%s", (_sentence, coverage, findings) => expect(told(coverage)).toEqual(findings));

const ENTITIES = `bands: { baseline: ${BAND}, entities: ${BAND} }`;

it("a manifest may speak for another folder, or for the whole repository", () => {
  expect(told(ENTITIES, { root: '\n  root: "packages/cart",' })).toEqual([
    expect.stringMatching(/^packages\/cart\/src\/entities\/\*\* m\.ts:5 .*below packages\/cart matches/),
  ]);
  expect(told(ENTITIES, { folder: "" })).toEqual([expect.stringMatching(/^src\/entities\/\*\* .*below the root matches/)]);
});

it("exempt rules of the repository are asked as well, by file and by exception", () => {
  const repo = '  exempt: [\n    { id: "legacy", globs: ["legacy/**", "older/**"], except: ["legacy/new/**"], why: "it goes" },\n  ],';
  expect(told(ENTITIES, { repo })).toEqual([
    'older/** repo.manifest.ts:3 the exempt rule "legacy" has the glob older/**, and no file matches it | correct older/** in repo.manifest.ts, or take it out of the rule "legacy"',
    'legacy/new/** repo.manifest.ts:3 the exempt rule "legacy" has the glob legacy/new/**, and no file matches it | correct legacy/new/** in repo.manifest.ts, or take it out of the rule "legacy"',
  ]);
  expect(told(ENTITIES, { repo: "  exempt: 1," })).toEqual([]);
  expect(told(ENTITIES, { repo: "" })).toEqual([]);
});
