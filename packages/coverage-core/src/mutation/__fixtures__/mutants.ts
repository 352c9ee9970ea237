import type { MutantCounts, MutateDocument, MutationFile, MutationFingerprint, MutationPackage, Survivor } from "../../contract/mutate.js";
import type { MutantStatus } from "../../contract/names.js";
import { asRepoPath } from "../../path/repo-path.js";
import { emptyMutateDocument } from "../empty-document.js";
import type { KeyedMutant, MutantResult } from "../model.js";
import { countMutants, judgeCounts, scoreOf } from "../score.js";
import { survivorOf } from "../survivor-of.js";

/** A mutant at `L:C-L:C`, or within a line at `L:C-C`; its original has as many characters as there is room for, when on one line. */
export function mutantAt(place: string, more: Partial<KeyedMutant> = {}): KeyedMutant {
  const [, line = 0, column = 0, endLine = line, endColumn = 0] = /^(\d+):(\d+)-(?:(\d+):)?(\d+)$/.exec(place)?.map(Number) ?? [];
  const last = Number.isNaN(endLine) ? line : endLine;
  const length = last === line ? endColumn - column : (last - line) * 100 + endColumn;
  return {
    file: asRepoPath("a.ts"),
    range: { start: { line, column }, end: { line: last, column: endColumn } },
    mutator: "ConditionalExpression",
    replacement: "true",
    key: place,
    symbol: null,
    original: "x".repeat(length),
    ...more,
  };
}

export function resultAt(place: string, status: MutantStatus, more: Partial<MutantResult> = {}): MutantResult {
  return { ...mutantAt(place), status, reason: null, coveredBy: [], testsCompleted: 1, isStatic: false, ...more };
}

/** Counts by status; those that are not named are 0. */
export function counts(some: Partial<MutantCounts>): MutantCounts {
  return { ...countMutants([]), ...some };
}

export const FINGERPRINT: MutationFingerprint = { stryker: "9.6.1", vitest: "4.1.12", node: "20", config: "c" };

export function packageOf(name: string, some: Partial<MutantCounts>, more: Partial<MutationPackage> = {}): MutationPackage {
  const all = counts(some);
  const row = { name, threshold: 80, config: "c", baseline: null, drift: null, counts: all, files: [], reused: 0, durationMs: 1 };
  return { ...row, ...judgeCounts(all, 80), ...more };
}

export function fileOf(file: string, some: Partial<MutantCounts>, survivors: string[] = [], blob = "b"): MutationFile {
  const all = counts(some);
  return { file, blob, score: scoreOf(all), counts: all, survivors };
}

export function documentOf(more: Partial<MutateDocument> = {}): MutateDocument {
  return { ...emptyMutateDocument(), status: "pass", fingerprint: FINGERPRINT, ...more };
}

export function survivorAt(place: string, more: Partial<Survivor> = {}): Survivor {
  const result = { ...resultAt(place, "survived"), status: "survived" as const };
  const survivor = survivorOf({ package: "@repo/a", result, text: "", nearestTest: null, changedInDiff: null, verified: null });
  return { ...survivor, hint: "assert it", ...more };
}
