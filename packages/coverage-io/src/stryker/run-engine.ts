import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createChooser, filesOf, type Choice } from "./choose.js";
import { engineFailure } from "./engine-failure.js";
import { spawnEngine, writeConfig, type EngineSetup } from "./engine-setup.js";
import type { DiscoveredMutant, EngineFile, MutationEngine } from "./engine.js";
import { parseDiscovery, parseResults, type StrykerFiles } from "./parse-results.js";
import { removeSandboxes } from "./run-folder.js";

/** Of a run in which our checker leaves out everything: what is planned is reported all the same. */
const NOTHING = { only: [], coveredBy: [] };

/** @returns whether the last line was there; the error where a line was none of ours. */
async function readResults(lines: Readable, onFiles: (files: StrykerFiles) => void): Promise<boolean | Error> {
  try {
    for await (const line of createInterface(lines)) {
      const files = JSON.parse(line) as StrykerFiles | null;
      if (files === null) return true;
      onFiles(files);
    }
    return false;
  } catch (error) {
    return error as Error;
  } finally {
    lines.resume(); // to its end, or the process would have none
  }
}

/**
 * `stryker run`, a process for each call; our reporter tells the results. Stryker cannot say which files it would
 * mutate but by running the tests, and takes no list of files beside its globs, so files are chosen by our checker.
 */
export function createRunEngine(setup: EngineSetup): MutationEngine {
  let onlyOne: { end(): Promise<void> } | undefined;

  const run = async (choice: Choice | undefined, onFiles: (files: StrykerFiles) => void, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    const process = (onlyOne = spawnEngine(setup, ["run", writeConfig(setup, true, choice)], "both"));
    const abort = () => void process.end();
    signal?.addEventListener("abort", abort);
    const whole = await readResults(process.results, onFiles);
    // Nobody reads on, so nothing may go on writing.
    if (whole instanceof Error) await process.end();
    const { code, how } = await process.ended;
    signal?.removeEventListener("abort", abort);
    removeSandboxes(setup.folder);
    signal?.throwIfAborted();
    if (whole === true && code === 0) return;
    const message = whole instanceof Error ? whole.message : `Stryker ended ${how} before all results were known`;
    throw engineFailure({ message, log: process.said(), testCommand: setup.options.testCommand });
  };

  const discover = async (files?: readonly EngineFile[]): Promise<DiscoveredMutant[]> => {
    if (files?.length === 0) return [];
    const found: DiscoveredMutant[] = [];
    await run({ pick: NOTHING }, (each) => void found.push(...parseDiscovery(each)));
    const isAsked = createChooser({ files });
    return found.filter((mutant) => isAsked({ ...mutant, coveredBy: [] }));
  };

  return {
    kind: "run",
    version: setup.stryker.version,
    discover,
    test: async (request, onResult, signal) => {
      const files = filesOf(request);
      if (files?.length === 0) return;
      const choice = { pick: request.pick, files };
      const isChosen = createChooser(choice);
      const onFiles = (each: StrykerFiles) => parseResults(each).filter(isChosen).forEach(onResult);
      await run(request.pick === undefined && files === undefined ? undefined : choice, onFiles, signal);
    },
    [Symbol.asyncDispose]: async () => {
      await onlyOne?.end();
      setup.folder[Symbol.dispose]();
    },
  };
}
