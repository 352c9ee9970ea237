import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { stateFeature } from "./judge-manifests.js";
import { judgeStrykerConfig, type StrykerFacts, type StrykerFile } from "./judge-stryker-config.js";

const MANIFEST = "packages/shop/src/feature.manifest.ts";
const FILE = "packages/shop/stryker.config.json";
const stated = (more: string) =>
  stateFeature({
    file: asRepoPath(MANIFEST),
    text: `export const shopManifest = defineFeature({\n  name: "shop",\n  coverage: {\n    bands: DEFAULT_COVERAGE_BANDS,\n${more}  },\n} as const);\n`,
  });
const TARGETS = stated('    mutationTargets: ["entities"],\n');
const file = (name: string, text: string): StrykerFile => ({ file: name, text, options: JSON.parse(text) as Record<string, unknown> });
const BASE = file("packages/core-testing/stryker.base.json", '{\n  "mutate": ["src/**"],\n  "thresholds": { "break": 80 }\n}');
const EMPTY = file(FILE, "{}");
const composed = (chain: readonly StrykerFile[], threshold = 80): StrykerFacts["config"] => ({ kind: "composed", chain, threshold });
const EXTEND = '"extends": "@repo/core-testing/stryker.base.json"';

it.each<[sentence: string, manifest: typeof TARGETS, config: StrykerFacts["config"], told: string[]]>([
  ["a base, and nothing of its own", TARGETS, composed([BASE, EMPTY]), []],
  ["options that the manifest does not state", TARGETS, composed([BASE, file(FILE, '{ "concurrency": 2 }')]), []],
  ["none, and no targets", stated(""), null, []],
  [
    "none, and targets",
    TARGETS,
    null,
    [`${FILE}:- ${MANIFEST} names mutationTargets (entities), and without a config none of them is mutated | write ${FILE}: { ${EXTEND} }`],
  ],
  [
    "one, and no targets",
    stated(""),
    composed([BASE, EMPTY]),
    [
      `${MANIFEST}:3 the manifest names no mutationTargets, and ${FILE} has Stryker mutate what its base says | add mutationTargets: ["LAYER"] to coverage in ${MANIFEST}, or delete ${FILE}`,
    ],
  ],
  [
    "a target and a threshold of its own",
    TARGETS,
    composed([BASE, file(FILE, '{\n  "mutate": ["src/entities/**"],\n  "thresholds": { "break": 60 }\n}')], 60),
    [
      `${FILE}:2 the config states "mutate" by itself, beside coverage.mutationTargets of the manifest | take "mutate" out of ${FILE}; coverage.mutationTargets in ${MANIFEST} says it`,
      `${FILE}:3 the config states "thresholds" by itself, beside coverage.mutationScore of the manifest | take "thresholds" out of ${FILE}; coverage.mutationScore in ${MANIFEST} says it`,
    ],
  ],
  ["no base", TARGETS, composed([EMPTY]), [`${FILE}:1 the config extends no shared base | add to ${FILE}: ${EXTEND}`]],
  [
    "a base of its own, with a literal",
    TARGETS,
    composed([file("packages/shop/base.json", '{ "mutate": [] }'), EMPTY]),
    [
      `${FILE}:1 the config extends no shared base | add to ${FILE}: ${EXTEND}`,
      `packages/shop/base.json:1 the config states "mutate" by itself, beside coverage.mutationTargets of the manifest | take "mutate" out of packages/shop/base.json; coverage.mutationTargets in ${MANIFEST} says it`,
    ],
  ],
  [
    "a base with another score",
    TARGETS,
    composed([{ ...BASE, text: BASE.text.replace("80", "70"), options: {} }, EMPTY], 70),
    [
      `packages/core-testing/stryker.base.json:3 the base asks for a score of 70; ${MANIFEST} states none, which means 80 | set thresholds.break to 80 in packages/core-testing/stryker.base.json, or state mutationScore: 70 in ${MANIFEST}`,
    ],
  ],
  [
    "a base, and a score that the manifest states",
    stated('    mutationTargets: ["entities"],\n    mutationScore: 90,\n'),
    composed([BASE, EMPTY], 90),
    [],
  ],
  ["a manifest that cannot be used", stateFeature({ file: asRepoPath(MANIFEST), text: "" }), null, []],
])("of a Stryker config with %s", (_sentence, manifest, config, told) => {
  const findings = judgeStrykerConfig({ manifest, folder: asRepoPath("packages/shop"), file: FILE, config });
  expect(findings.map((each) => `${each.file}:${each.line ?? "-"} ${each.message} | ${each.hint}`)).toEqual(told);
});

it("one that cannot be composed is told in the words of its error", () => {
  const problem = { code: "CONFIG_CYCLE", message: "a extends a", hint: 'take an "extends" out of a' };
  const facts = { manifest: TARGETS, folder: asRepoPath("packages/shop"), file: FILE, config: { kind: "broken", problem } as const };
  expect(judgeStrykerConfig(facts)).toEqual([{ file: FILE, line: null, ...problem }]);
});

it("where the repository is one package, its base lies beside it", () => {
  const facts = {
    manifest: TARGETS,
    folder: "" as const,
    file: "stryker.config.json",
    config: composed([
      { ...BASE, file: "base.json" },
      { ...EMPTY, file: "stryker.config.json" },
    ]),
  };
  expect(judgeStrykerConfig(facts)).toEqual([]);
  const alone = composed([{ ...EMPTY, file: "stryker.config.json" }]);
  expect(judgeStrykerConfig({ ...facts, config: alone }).map(({ message }) => message)).toEqual(["the config extends no shared base"]);
});
