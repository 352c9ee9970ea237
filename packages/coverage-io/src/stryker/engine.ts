/** What makes mutants and runs tests against them. Files are relative to the package, with `/`. */
import type { Mutant, MutantOutcome, MutantRange } from "@repo/coverage-core/mutation";

/** As `Mutant`, but of a file that is relative to the package. */
export interface EngineMutant extends Omit<Mutant, "file"> {
  readonly file: string;
}

export interface DiscoveredMutant extends EngineMutant {
  /** Why no run will run it: a comment in the source, or the configuration; null where one will. */
  readonly ignored: string | null;
}

export interface EngineTest {
  readonly file: string;
  /** Its full name: the names of its suites and its own, with blanks. */
  readonly test: string;
}

export interface EngineResult extends EngineMutant, Omit<MutantOutcome, "coveredBy"> {
  readonly coveredBy: readonly EngineTest[];
}

/** A mutant runs if it is one of `only`, or if one of these tests covers it. The others are left out: no result tells of them. */
export interface Pick {
  readonly only: readonly EngineMutant[];
  /** Without `test` every test of the file. A static mutant counts where a test meets it again while it runs. */
  readonly coveredBy: readonly { readonly file: string; readonly test?: string | undefined }[];
  /** Of which mutants those are run that `coveredBy` covers; of all, where it is absent. */
  readonly among?: readonly EngineMutant[] | undefined;
}

/** A file, or what of its mutants lies wholly inside a range. */
export type EngineFile = string | { readonly file: string; readonly range: MutantRange };

export interface TestRequest {
  /** All that the configuration names, where it is absent. */
  readonly files?: readonly EngineFile[] | undefined;
  /** All, where it is absent. */
  readonly pick?: Pick | undefined;
}

/** One call at a time. */
export interface MutationEngine extends AsyncDisposable {
  /** `run` is the way of an engine that has no server: discovery then needs tests that pass. */
  readonly kind: "server" | "run";
  /** Stryker's version. */
  readonly version: string;
  /** Runs no test. @throws IoError STRYKER_FAILED. */
  discover(files?: readonly string[]): Promise<DiscoveredMutant[]>;
  /**
   * Hands over each result as it is known. A mutant that is no longer there gets none.
   * @param signal ends the run and all of its processes. @throws `signal.reason` then; results so far stay with the caller.
   * @throws IoError BASELINE_FAILED where tests fail without any mutant, else STRYKER_FAILED.
   */
  test(request: TestRequest, onResult: (result: EngineResult) => void, signal?: AbortSignal): Promise<void>;
}

export interface EngineOptions {
  /** The repository's, absolute. What the engine writes lies below its `.stryker-tmp`. */
  readonly root: string;
  /** Absolute. */
  readonly packageRoot: string;
  /** Stryker's options, finished: Stryker reads no other configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Folders from which Stryker is looked for; the first that has it counts. */
  readonly strykerFrom: readonly string[];
  /** The whole environment of Stryker and the tests. */
  readonly env: NodeJS.ProcessEnv;
  /** Receives what Stryker says of itself. */
  readonly log?: ((text: string) => void) | undefined;
  /** The server where it can be used, otherwise. */
  readonly prefer?: "server" | "run" | undefined;
  /** Runs the package's tests, for hints. */
  readonly testCommand?: string | undefined;
}
