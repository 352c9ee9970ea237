import { describe, expect, it } from "vitest";
import { lineOfField, lineOfKey } from "../manifest/line-of-field.js";
import { asRepoPath } from "../path/repo-path.js";
import { judgeManifests, stateFeature, stateRepo, type StatedPackage } from "./judge-manifests.js";

const BAND = "{ statements: 80, branches: 75, functions: 80, lines: 80 }";
const literal = (name: string, coverage = `bands: { baseline: ${BAND} }`) =>
  `defineFeature({\n  name: "${name}",\n  coverage: {\n    ${coverage}\n  },\n} as const)`;
const feature = (text: string, file = "packages/shop/src/feature.manifest.ts") =>
  stateFeature({ file: asRepoPath(file), text: `export const shopManifest = ${text};\n` });
const shop = (manifest: StatedPackage["manifest"], name = "@demo/shop"): StatedPackage => ({
  name,
  folder: asRepoPath("packages/shop"),
  manifest,
});

/** `file:line code message | hint`, without what is not there. */
const told = (packages: readonly StatedPackage[], repoText?: string, unmatched: { glob: string; index: number }[] = []): string[] => {
  const repo = repoText === undefined ? null : stateRepo({ file: asRepoPath("repo.manifest.ts"), text: repoText });
  return judgeManifests({ repo, packages, unmatched }).map(
    ({ file, line, code, message, hint }) => `${file}:${line ?? "-"} ${code ?? "-"} ${message} | ${hint}`,
  );
};

const AT = "packages/shop/src/feature.manifest.ts";

describe("of manifests is told", () => {
  it.each<[sentence: string, text: string, findings: string[]]>([
    ["nothing where they can be used", literal("shop"), []],
    [
      "each field that is wrong, on its line",
      literal("Shop", `bands: { baseline: ${BAND.replace("75", "175")} },\n    mutationScore: "high"`),
      [
        `${AT}:2 MANIFEST_INVALID name is "Shop"; allowed: a name in kebab-case, such as marketing-pages | correct name in ${AT}`,
        `${AT}:4 MANIFEST_INVALID coverage.bands.baseline.branches is 175; allowed: a number from 0 to 100 | correct coverage.bands.baseline.branches in ${AT}`,
        `${AT}:5 MANIFEST_INVALID coverage.mutationScore is "high"; allowed: a number from 0 to 100 | correct coverage.mutationScore in ${AT}`,
      ],
    ],
    [
      "a field that is missing, on the line of what it is missing from",
      literal("shop", "mutationTargets: []"),
      [`${AT}:3 MANIFEST_INVALID coverage.bands is nothing; allowed: an object of bands with a baseline | correct coverage.bands in ${AT}`],
    ],
    [
      "a manifest that is no object",
      `defineFeature("shop")`,
      [`${AT}:1 MANIFEST_INVALID the manifest is "shop"; allowed: an object with name and coverage | correct the manifest in ${AT}`],
    ],
    [
      "what is more than a literal, on its line",
      `defineFeature({\n  name: process.env.NAME,\n})`,
      [
        `${AT}:2 MANIFEST_UNREADABLE process is neither a constant of this file nor DEFAULT_COVERAGE_BANDS | in ${AT}: write the manifest as a literal: strings, numbers, lists, objects, constants of the same file and DEFAULT_COVERAGE_BANDS`,
      ],
    ],
    [
      "a file that defines none",
      "1",
      [
        `${AT}:- MANIFEST_UNREADABLE no call of defineFeature with an argument | in ${AT}: export const manifest = defineFeature({ … } as const);`,
      ],
    ],
  ])("%s", (_sentence, text, findings) => expect(told([shop(feature(text))])).toEqual(findings));

  it.each<[sentence: string, name: string, file: string]>([
    ["in words", "@demo/gift-shop", 'export const giftShopManifest = defineFeature({ name: "gift-shop"'],
    [
      "in one that it can bear, where it is none in kebab-case",
      "@demo/_Gift.Shop_",
      'export const giftShopManifest = defineFeature({ name: "gift-shop"',
    ],
    ["that begins with a letter", "3d", 'export const package3dManifest = defineFeature({ name: "package-3d"'],
    ["where nothing of it can stay", "@demo/_", 'export const packageManifest = defineFeature({ name: "package"'],
  ])("a package without one, with the file to write, named %s", (_sentence, name, constant) =>
    expect(told([shop(null, name)])).toEqual([
      `${AT}:- MANIFEST_MISSING the package ${name} has no manifest | write ${AT}: ${constant}, coverage: { bands: DEFAULT_COVERAGE_BANDS } } as const);`,
    ]),
  );

  it("the repository itself, where it is one package", () =>
    expect(told([{ name: "shop", folder: "", manifest: null }])[0]).toMatch(/^src\/feature\.manifest\.ts:- MANIFEST_MISSING/));

  it("two of one name, at the second", () => {
    const others = [feature(literal("shop")), feature(literal("cart"), "b.ts"), feature(literal("shop"), "c.ts")];
    expect(told(others.map((each) => shop(each)))).toEqual([
      `c.ts:2 - ${AT} is called "shop" as well | give the feature in c.ts a name of its own`,
    ]);
  });

  it("the repository's own, and its globs that lead nowhere", () => {
    const text = 'export default defineRepo({\n  features: [\n    "packages/*",\n    "app/*",\n  ],\n  band: 3,\n} as const);\n';
    expect(told([], text, [{ glob: "app/*", index: 1 }])).toEqual([
      "repo.manifest.ts:6 MANIFEST_INVALID band is 3; allowed: an object with statements, branches, functions, lines | correct band in repo.manifest.ts",
      'repo.manifest.ts:4 - features has "app/*", and no folder with a package matches it | correct the glob in repo.manifest.ts, or take it out',
    ]);
  });
});

describe("the line of a field", () => {
  const text = `const BANDS = {\n  lines: 1,\n} as const;\ndefineFeature({\n  ...{},\n  "a-b": {\n    c: [\n      { d: 1 },\n    ],\n  },\n  bands: BANDS satisfies object,\n});\n`;

  it.each<[sentence: string, path: string[], line: number]>([
    ["the literal itself", [], 4],
    ["a key in quotes", ["a-b"], 6],
    ["an element of a list", ["a-b", "c", "0"], 8],
    ["a field of an element", ["a-b", "c", "0", "d"], 8],
    ["what stands in a constant", ["bands", "lines"], 2],
    ["the deepest that is there", ["a-b", "c", "7", "d"], 7],
    ["what holds a number", ["a-b", "c", "0", "d", "e"], 8],
    ["a field that is not there", ["x", "y"], 4],
  ])("is that of %s", (_sentence, path, line) => expect(lineOfField("a.ts", text, "defineFeature", path)).toBe(line));

  it.each<[sentence: string, text: string]>([
    ["a syntax error", "defineFeature({"],
    ["another call", "\ndefineRepo({})"],
    ["no argument", "\ndefineFeature()"],
  ])("is the first with %s", (_sentence, source) => expect(lineOfField("a.ts", source, "defineFeature", ["a"])).toBe(1));

  it("does not end where a constant names itself", () =>
    expect(lineOfField("a.ts", "const A = A;\n\ndefineFeature(A);", "defineFeature", ["a"])).toBe(3));

  it("of JSON is that of the key", () =>
    expect([lineOfKey('{\n  "a": 1,\n  "b": { "c": 2 }\n}', ["b", "c"]), lineOfKey("{", ["b"])]).toEqual([3, 1]));
});
