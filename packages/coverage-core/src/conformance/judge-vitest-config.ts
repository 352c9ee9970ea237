/** `one-source`, vitest's half: a feature's thresholds come from its own manifest. */
import type { RuleFinding } from "../contract/conformance.js";
import type { RepoPath } from "../path/repo-path.js";
import { compareThresholds } from "./compare-thresholds.js";
import type { StatedFeature } from "./judge-manifests.js";
import { DEFINER, PRESET, type VitestConfigSource } from "./read-vitest-config.js";

export interface VitestFacts {
  readonly manifest: StatedFeature;
  /** Where the config is, or should be. */
  readonly file: RepoPath;
  /** null where there is none. */
  readonly source: VitestConfigSource | null;
  /** Whether there is something for vitest to run. */
  readonly hasTests: boolean;
  /** `coverage.thresholds` as vitest gets them, where it had to be asked. */
  readonly received?: unknown;
}

export function judgeVitestConfig({ manifest, file, source, hasTests, received }: VitestFacts): RuleFinding[] {
  const of = (line: number | null, message: string): RuleFinding => ({ file, line, message, hint: mend(file, manifest), code: null });
  if (source === null) return hasTests ? [of(null, "the package has tests and no vitest config, so no band of its manifest is held")] : [];
  switch (source.kind) {
    case "broken":
      return [of(1, "the config has a syntax error")];
    case "literal":
      return source.lines.map((line) => of(line, "the config states thresholds by itself, beside the manifest"));
    case "plain":
      return source.manifest === manifest.file
        ? []
        : [of(1, `the config takes its thresholds from ${source.manifest}, and not from ${manifest.file}`)];
    case "unknown":
      return manifest.value === null ? [] : compareThresholds(manifest.value, received).map((each) => of(1, each));
  }
}

/** The three lines that every feature's config is. */
function mend(file: RepoPath, { file: manifestFile, text }: StatedFeature): string {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const constant = /export const (\w+) = defineFeature\(/.exec(text)?.[1] ?? "manifest";
  const from = `./${manifestFile.slice(folder.length).replace(/\.ts$/, ".js")}`;
  return `make ${file}: import { ${DEFINER} } from "${PRESET}"; import { ${constant} } from "${from}"; export default ${DEFINER}(${constant}, { root: import.meta.dirname });`;
}
