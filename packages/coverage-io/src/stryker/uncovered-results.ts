import type { DiscoveredMutant, EngineResult } from "./engine.js";

/** Where no test at all runs any of these files, Stryker refuses to say anything: none of the mutants is covered. */
export function uncoveredResults(mutants: readonly DiscoveredMutant[]): EngineResult[] {
  return mutants.map(({ ignored, ...mutant }) => ({
    ...mutant,
    status: ignored === null ? "noCoverage" : "ignored",
    reason: ignored,
    coveredBy: [],
    testsCompleted: null,
    isStatic: false,
  }));
}
