/** `mutate merge`: one answer of the answers of all shards. */
import { resolve } from "node:path";
import { type MutateDocument } from "@repo/coverage-core";
import { mergeRuns, parseMutateDocument } from "@repo/coverage-core/mutation";
import { openRepository, readReport } from "@repo/coverage-io";
import { usageError } from "../command/parse-args.js";
import type { MutateIo } from "../mutate.js";
import { compareWithCommitted, writeScores } from "./committed-scores.js";
import type { MutateFlags } from "./parse-flags.js";

/** @param files relative to the process. @throws BandlineError USAGE without files, and as `mergeRuns`; IoError REPORT_MISSING. */
export async function mergeShards(files: readonly string[], flags: MutateFlags, io: MutateIo): Promise<MutateDocument> {
  if (files.length === 0)
    throw usageError("mutate merge", "no file was named: it takes what pnpm mutate --shard K/N printed, a file for each shard");
  const runs = await Promise.all(
    files.map(async (source) => ({
      source,
      document: await parseMutateDocument((await readReport(resolve(io.cwd, source))).toString("utf8"), source),
    })),
  );
  const merged = mergeRuns(runs, { requireComplete: flags.requireComplete === true });
  const repository = await openRepository(resolve(io.cwd, flags.cwd ?? "."));
  const compared = flags.drift === undefined ? merged : await compareWithCommitted(merged, flags.drift, repository);
  if (!flags.score) return compared;
  await writeScores(compared, repository);
  return compared;
}
