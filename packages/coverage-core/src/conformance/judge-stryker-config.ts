/** `one-source`, Stryker's half: what is mutated, and the score that is asked for, come from the manifest; the rest from a shared base. */
import { DEFAULT_MUTATION_SCORE } from "@repo/core-shared/conformance/coverage";
import type { RuleFinding } from "../contract/conformance.js";
import type { Problem } from "../contract/common.js";
import { lineOfField, lineOfKey } from "../manifest/line-of-field.js";
import type { RepoPath } from "../path/repo-path.js";
import type { StatedFeature } from "./judge-manifests.js";
import { PRESET } from "./read-vitest-config.js";

/** One file of a chain of `extends`. */
export interface StrykerFile {
  readonly file: string;
  readonly text: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface StrykerFacts {
  readonly manifest: StatedFeature;
  /** The package's; "" where the repository is one package. */
  readonly folder: RepoPath | "";
  /** Where the config is, or should be. */
  readonly file: string;
  readonly config:
    | null
    /** It cannot be composed. */
    | { readonly kind: "broken"; readonly problem: Problem }
    /** `chain` with the outermost base first; `threshold` as `mutate` would take it. */
    | { readonly kind: "composed"; readonly chain: readonly StrykerFile[]; readonly threshold: number };
}

const BASE = `${PRESET}/stryker.base.json`;

export function judgeStrykerConfig(facts: StrykerFacts): RuleFinding[] {
  const { manifest, file, config } = facts;
  if (manifest.value === null) return [];
  const targets = manifest.value.coverage.mutationTargets ?? [];
  if (config === null) return targets.length === 0 ? [] : [withoutConfig(facts, targets)];
  if (config.kind === "broken") {
    const { code, message, hint } = config.problem;
    return [{ file, line: null, message, hint, code }];
  }
  return [
    ...(targets.length === 0 ? [withoutTargets(facts)] : []),
    ...judgeChain(facts, config.chain),
    ...judgeThreshold(facts, config.chain, config.threshold),
  ];
}

function withoutConfig({ manifest, file }: StrykerFacts, targets: readonly string[]): RuleFinding {
  return {
    file,
    line: null,
    message: `${manifest.file} names mutationTargets (${targets.join(", ")}), and without a config none of them is mutated`,
    hint: `write ${file}: { "extends": "${BASE}" }`,
    code: null,
  };
}

function withoutTargets({ manifest: { file: manifestFile, text }, file }: StrykerFacts): RuleFinding {
  return {
    file: manifestFile,
    line: lineOfField(manifestFile, text, "defineFeature", ["coverage"]),
    message: `the manifest names no mutationTargets, and ${file} has Stryker mutate what its base says`,
    hint: `add mutationTargets: ["LAYER"] to coverage in ${manifestFile}, or delete ${file}`,
    code: null,
  };
}

function judgeChain({ manifest, folder, file }: StrykerFacts, chain: readonly StrykerFile[]): RuleFinding[] {
  const isOwn = (each: StrykerFile) => folder === "" || each.file.startsWith(`${folder}/`);
  const alone = chain.length === 1 || (folder !== "" && chain.every(isOwn));
  const extendsNone = {
    file,
    line: 1,
    message: "the config extends no shared base",
    hint: `add to ${file}: "extends": "${BASE}"`,
    code: null,
  };
  const literals = chain
    .filter((each) => isOwn(each) && (alone || each.file !== chain[0]?.file))
    .flatMap((each) => literalsIn(each, manifest.file));
  return [...(alone ? [extendsNone] : []), ...literals];
}

/** What the manifest states. A list of its own would only be overruled, and read as if it held. */
function literalsIn({ file, text, options }: StrykerFile, manifestFile: string): RuleFinding[] {
  const stated = { mutate: "coverage.mutationTargets", thresholds: "coverage.mutationScore" };
  return Object.entries(stated).flatMap(([key, field]) =>
    Object.hasOwn(options, key)
      ? [
          {
            file,
            line: lineOfKey(text, [key]),
            message: `the config states "${key}" by itself, beside ${field} of the manifest`,
            hint: `take "${key}" out of ${file}; ${field} in ${manifestFile} says it`,
            code: null,
          },
        ]
      : [],
  );
}

/** Of a manifest that states no score, the base must not make another one. */
function judgeThreshold({ manifest }: StrykerFacts, chain: readonly StrykerFile[], threshold: number): RuleFinding[] {
  const expected = manifest.value?.coverage.mutationScore ?? DEFAULT_MUTATION_SCORE;
  const [base] = chain;
  if (threshold === expected || base === undefined || chain.slice(1).some(({ options }) => Object.hasOwn(options, "thresholds"))) return [];
  return [
    {
      file: base.file,
      line: lineOfKey(base.text, ["thresholds", "break"]),
      message: `the base asks for a score of ${threshold}; ${manifest.file} states none, which means ${expected}`,
      hint: `set thresholds.break to ${expected} in ${base.file}, or state mutationScore: ${threshold} in ${manifest.file}`,
      code: null,
    },
  ];
}
