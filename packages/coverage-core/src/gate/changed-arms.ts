import type { ArmHits, FileCoverage } from "../lcov/model.js";
import type { SourceFacts } from "../source/analyse-source.js";
import type { SourceState } from "./model.js";

/** One arm of a branch that begins on a changed line. */
export interface ChangedArm {
  readonly line: number;
  readonly taken: boolean;
  /** `else`, `&& right side`, `case "x"`, …; `arm 1` where the source does not tell. */
  readonly name: string;
}

/** @returns the arms in the order of line, block and arm. */
export function changedArms(lines: readonly number[], coverage: FileCoverage, source: SourceState | undefined): ChangedArm[] {
  const changed = new Set(lines);
  const blocks = new Map<string, ArmHits[]>();
  for (const arm of coverage.branches) {
    if (!changed.has(arm.line)) continue;
    const key = `${arm.line} ${arm.block}`;
    blocks.set(key, [...(blocks.get(key) ?? []), arm]);
  }
  return [...blocks.values()].flatMap((arms) => {
    const names = namesFor(arms, [...blocks.values()], source?.facts ?? null);
    return arms.map(({ line, arm, taken }, index) => ({ line, taken: (taken ?? 0) > 0, name: names[index] ?? `arm ${arm}` }));
  });
}

/** The branches of a line are told apart by their order; where report and source count differently, none is named. */
function namesFor(arms: readonly ArmHits[], blocks: readonly (readonly ArmHits[])[], facts: SourceFacts | null): readonly string[] {
  const line = arms[0]?.line;
  const inReport = blocks.filter((block) => block[0]?.line === line);
  const inSource = facts?.branches.filter((branch) => branch.line === line) ?? [];
  const names = inSource[inReport.indexOf(arms)]?.arms ?? [];
  return inReport.length === inSource.length && names.length === arms.length ? names : [];
}
