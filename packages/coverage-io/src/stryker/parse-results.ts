/** Stryker's words for mutants and their results → ours. Pure. */
import type { MutantStatus } from "@repo/coverage-core";
import type { MutantRange } from "@repo/coverage-core/mutation";
import { LEFT_OUT } from "./choose.js";
import type { DiscoveredMutant, EngineResult, EngineTest } from "./engine.js";

/** A mutant as Stryker's server and its reporters have it. Positions are 1-based, the end is behind the last character. */
export interface StrykerMutant {
  readonly location: MutantRange;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status?: string;
  readonly statusReason?: string;
  /** `file#full name`. */
  readonly coveredBy?: readonly string[];
  readonly testsCompleted?: number;
  readonly static?: boolean;
}

/** As `discover` answers, and as the server tells of progress. */
export interface StrykerFiles {
  readonly files: Readonly<Record<string, { readonly mutants: readonly StrykerMutant[] }>>;
}

const STATUSES: ReadonlyMap<string, MutantStatus> = new Map([
  ["Killed", "killed"],
  ["Timeout", "timeout"],
  ["Survived", "survived"],
  ["NoCoverage", "noCoverage"],
  ["Ignored", "ignored"],
  ["CompileError", "compileError"],
  ["RuntimeError", "runtimeError"],
  ["Pending", "notRun"],
]);

export function parseDiscovery({ files }: StrykerFiles): DiscoveredMutant[] {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({
      ...baseOf(file, mutant),
      ignored: mutant.status === "Ignored" ? (mutant.statusReason ?? "the configuration ignores it") : null,
    })),
  );
}

/** @returns nothing of what our plugin left out. @throws Error where Stryker says a status that nobody knows. */
export function parseResults({ files }: StrykerFiles): EngineResult[] {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(({ statusReason }) => statusReason !== LEFT_OUT).map((mutant) => resultOf(file, mutant)),
  );
}

function resultOf(file: string, mutant: StrykerMutant): EngineResult {
  const status = STATUSES.get(mutant.status ?? "Pending");
  if (status === undefined) throw new Error(`Stryker reports a status that bandline does not know: ${mutant.status}`);
  return {
    ...baseOf(file, mutant),
    status,
    reason: mutant.statusReason ?? null,
    coveredBy: (mutant.coveredBy ?? []).map(testOf),
    testsCompleted: mutant.testsCompleted ?? null,
    isStatic: mutant.static ?? false,
  };
}

function baseOf(file: string, { location: { start, end }, mutatorName, replacement }: StrykerMutant): DiscoveredMutant {
  const range = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return { file, range, mutator: mutatorName, replacement, ignored: null };
}

/** @param id `file#full name`; a name may hold the sign itself. */
export function testOf(id: string): EngineTest {
  const at = id.indexOf("#");
  return at === -1 ? { file: "", test: id } : { file: id.slice(0, at), test: id.slice(at + 1) };
}
