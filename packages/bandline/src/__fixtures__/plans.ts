import { asRepoPath, type MutateDocument } from "@repo/coverage-core";
import { type Mutant } from "@repo/coverage-core/mutation";
import type { MutationTarget } from "../mutate/find-targets.js";
import type { PackagePlan, PlannedMutant } from "../mutate/plan-package.js";

/** A mutant of one line, of a file below a package's `src`. @param place `FILE:LINE`, or `FILE:LINE-LINE` for one of several lines. */
export function plannedAt(folder: string, place: string, more: Partial<PlannedMutant> = {}): PlannedMutant {
  const [, name = "", first = "", last = first] = /^(.*):(\d+)(?:-(\d+))?$/.exec(place) ?? [];
  const range: Mutant["range"] = { start: { line: Number(first), column: 1 }, end: { line: Number(last), column: 9 } };
  return {
    file: asRepoPath(`${folder}/src/${name}`),
    range,
    mutator: "ConditionalExpression",
    replacement: "true",
    key: `${folder}/${place}`,
    symbol: null,
    original: "x".repeat(8 * (Number(last) - Number(first) + 1)),
    ignored: null,
    ...more,
  };
}

export function planOf(name: string, mutants: readonly PlannedMutant[], more: Partial<PackagePlan> = {}): PackagePlan {
  const folder = asRepoPath(`packages/${name}`);
  const target: MutationTarget = {
    package: { name: `@demo/${name}`, folder, manifest: null, manifestFile: null },
    root: `/nowhere/${folder}`,
    config: { options: {}, threshold: 80, judging: { mutate: [name] } },
    dependencies: [],
    strykerFrom: [],
  };
  return {
    target,
    mutants,
    inputs: "i",
    known: new Map(),
    reuse: true,
    tools: { stryker: "9.6.1", vitest: "4.1.12" },
    config: "c",
    ...more,
  };
}

export const FINGERPRINT: NonNullable<MutateDocument["fingerprint"]> = { stryker: "9.6.1", vitest: "4.1.12", node: "20", config: "c" };
