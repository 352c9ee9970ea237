/** The whole of `test:flaky`: run, judge, run the files of flaky tests alone, judge again. */
import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import type { FlakyDocument, FlakyTest } from "@repo/coverage-core";
import { addLoneRuns, flakyDocumentOf, judgeRuns, sumRuns, type LoneRun, type PackageRun } from "@repo/coverage-core/flaky";
import { openRepository } from "@repo/coverage-io";
import type { FlakyIo } from "../flaky.js";
import { findSuites, type Suite } from "./find-suites.js";
import { LARGEST_SEED, type FlakyFlags } from "./parse-flags.js";
import { runAlone, runSuites } from "./run-suites.js";

/** @param rest further arguments for vitest. @throws what finding the packages throws; the signal's reason where it is aborted before anything ran. */
export async function findFlaky(flags: FlakyFlags, rest: readonly string[], io: FlakyIo): Promise<FlakyDocument> {
  const { root } = await openRepository(resolve(io.cwd, flags.cwd ?? "."));
  const suites = await findSuites({ root, flags, rest, io });
  const context = { root, io };
  const { repeats, seed: first = randomInt(LARGEST_SEED) } = flags;
  const seeds = Array.from({ length: repeats }, (_, at) => first + at);
  const places = { folders: new Map(suites.map(({ name, folder }) => [name, folder])), args: rest };
  const runs: FlakyDocument["runs"] = [];
  const each: PackageRun[] = [];
  const isWhole = await untilInterrupted(io, seeds, async (seed, at) => {
    tell(io, flags, `run ${at + 1} of ${repeats}, seed ${seed}`);
    const begunAt = io.now();
    const done = await runSuites(suites, seed, context);
    each.push(...done);
    runs.push(sumRuns(done, seed, Math.round(io.now() - begunAt)));
  });
  const judged = judgeRuns(each, places);
  const lone: LoneRun[] = [];
  const planned = isWhole && flags.rerun ? loneRuns(judged.flaky, suites, seeds) : [];
  const isKnown = await untilInterrupted(io, planned, async ({ suite, file, seed }, at) => {
    tell(io, flags, `alone ${at + 1} of ${planned.length}, seed ${seed}: ${file}`);
    lone.push({ file, run: await runAlone(suite, file, seed, context) });
  });
  const flaky = addLoneRuns(judged.flaky, lone, places);
  const packages = suites.map(({ name }) => name);
  return flakyDocumentOf({ judged: { ...judged, flaky }, repeats, packages, runs, isInterrupted: !isWhole || !isKnown });
}

/** @returns whether all were done; what an interrupt cut off has left nothing behind. */
async function untilInterrupted<T>(
  { signal }: FlakyIo,
  items: readonly T[],
  act: (item: T, at: number) => Promise<void>,
): Promise<boolean> {
  try {
    for (const [at, item] of items.entries()) {
      signal.throwIfAborted();
      await act(item, at);
    }
    return true;
  } catch (error) {
    if (signal.aborted && error === signal.reason) return false;
    throw error;
  }
}

/** With fewer a test that fails by chance would too often look as if its order decided. */
const FEWEST_ALONE = 5;

interface Planned {
  readonly suite: Suite;
  readonly file: string;
  readonly seed: number;
}

function loneRuns(flaky: readonly FlakyTest[], suites: readonly Suite[], seeds: readonly number[]): Planned[] {
  const rounds = Math.ceil(FEWEST_ALONE / seeds.length);
  return suites.flatMap((suite) => {
    const files = new Set(flaky.flatMap(({ package: name, file }) => (name === suite.name && file !== null ? [file] : [])));
    return [...files].flatMap((file) =>
      Array.from({ length: rounds }, () => seeds)
        .flat()
        .map((seed) => ({ suite, file, seed })),
    );
  });
}

function tell({ stderr }: FlakyIo, { json = false }: FlakyFlags, text: string): void {
  if (!json) stderr.write(`test:flaky: ${text}\n`);
}
