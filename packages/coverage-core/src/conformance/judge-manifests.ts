/** `manifests`: every package has a manifest, and every manifest can be used. */
import { ManifestError, type FeatureManifest, type RepoManifest } from "@repo/core-shared/conformance/feature";
import type { RuleFinding } from "../contract/conformance.js";
import { BandlineError } from "../failure.js";
import { lineOfField } from "../manifest/line-of-field.js";
import { parseFeatureSource, parseRepoSource } from "../manifest/parse-manifest-source.js";
import type { RepoPath } from "../path/repo-path.js";

/** A manifest as it is written, and what it states; `value` is null where it cannot be used, and `findings` say why. */
export interface StatedManifest<T> {
  readonly file: RepoPath;
  readonly text: string;
  readonly value: T | null;
  readonly findings: readonly RuleFinding[];
}

export type StatedFeature = StatedManifest<FeatureManifest>;
export type StatedRepo = StatedManifest<RepoManifest>;

interface Source {
  readonly file: RepoPath;
  readonly text: string;
}

export function stateFeature(source: Source): StatedFeature {
  return state(source, "defineFeature", parseFeatureSource);
}

export function stateRepo(source: Source): StatedRepo {
  return state(source, "defineRepo", parseRepoSource);
}

function state<T>({ file, text }: Source, callee: Callee, parse: (file: string, text: string) => T): StatedManifest<T> {
  try {
    return { file, text, value: parse(file, text), findings: [] };
  } catch (error) {
    return { file, text, value: null, findings: faultsOf(error, { file, text }, callee) };
  }
}

type Callee = "defineFeature" | "defineRepo";

/** @throws `error` where it is none of a manifest. */
function faultsOf(error: unknown, { file, text }: Source, callee: Callee): RuleFinding[] {
  if (error instanceof ManifestError) {
    return error.problems.map(({ field, received, allowed }) => ({
      file,
      line: lineOfField(file, text, callee, field === "" ? [] : field.split(".")),
      message: `${field || "the manifest"} is ${received}; allowed: ${allowed}`,
      hint: `correct ${field || "the manifest"} in ${file}`,
      code: error.code,
    }));
  }
  if (!(error instanceof BandlineError)) throw error;
  const rest = error.message.slice(file.length);
  const [, line, why] = /^:(\d+): (.*)$/s.exec(rest) ?? [];
  const at = line === undefined ? null : Number(line);
  return [{ file, line: at, message: why ?? rest.replace(/^: /, ""), hint: `in ${file}: ${error.hint}`, code: error.code }];
}

export interface StatedPackage {
  /** As its package.json says. */
  readonly name: string;
  /** "" where the repository is one package. */
  readonly folder: RepoPath | "";
  /** null where it has none. */
  readonly manifest: StatedFeature | null;
}

export interface ManifestsInput {
  readonly repo: StatedRepo | null;
  readonly packages: readonly StatedPackage[];
  /** Those of `features` of the repository's manifest that lead to no package, by their place in it. */
  readonly unmatched: readonly { readonly glob: string; readonly index: number }[];
}

export function judgeManifests({ repo, packages, unmatched }: ManifestsInput): RuleFinding[] {
  return [
    ...(repo?.findings ?? []),
    ...(repo === null ? [] : unmatched.map(({ glob, index }) => unmatchedIn(repo, glob, index))),
    ...packages.flatMap((each) => (each.manifest === null ? [missing(each)] : each.manifest.findings)),
    ...namesakes(packages),
  ];
}

function unmatchedIn({ file, text }: StatedRepo, glob: string, index: number): RuleFinding {
  const line = lineOfField(file, text, "defineRepo", ["features", String(index)]);
  const message = `features has ${JSON.stringify(glob)}, and no folder with a package matches it`;
  return { file, line, message, hint: `correct the glob in ${file}, or take it out`, code: null };
}

function missing({ name, folder }: StatedPackage): RuleFinding {
  const file = `${folder === "" ? "" : `${folder}/`}src/feature.manifest.ts`;
  const feature = featureNameOf(name);
  const constant = `${feature.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Manifest`;
  const literal = `{ name: "${feature}", coverage: { bands: DEFAULT_COVERAGE_BANDS } } as const`;
  return {
    file,
    line: null,
    message: `the package ${name} has no manifest`,
    hint: `write ${file}: export const ${constant} = defineFeature(${literal});`,
    code: "MANIFEST_MISSING",
  };
}

/** A name in kebab-case, as a manifest takes it. */
function featureNameOf(name: string): string {
  const words =
    name
      .replace(/^@[^/]*\//, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words
    .join("-")
    .replace(/^(?=\d|$)/, "package-")
    .replace(/-$/, "");
}

/** Figures are told by feature, so two features of one name would be one. */
function namesakes(packages: readonly StatedPackage[]): RuleFinding[] {
  const first = new Map<string, RepoPath>();
  return packages.flatMap(({ manifest }) => {
    if (manifest?.value == null) return [];
    const { file, text, value } = manifest;
    const other = first.get(value.name);
    if (other === undefined) {
      first.set(value.name, file);
      return [];
    }
    const line = lineOfField(file, text, "defineFeature", ["name"]);
    return [
      {
        file,
        line,
        message: `${other} is called "${value.name}" as well`,
        hint: `give the feature in ${file} a name of its own`,
        code: null,
      },
    ];
  });
}
