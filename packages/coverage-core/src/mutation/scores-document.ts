import { EXIT } from "../contract/exit-code.js";
import type { MutateDocument, MutationScores } from "../contract/mutate.js";
import { BandlineError } from "../failure.js";
import { byText } from "../path/repo-path.js";

/**
 * What is committed of a run: names sorted, so that the same results give the same text.
 * @throws BandlineError RUN_INCOMPLETE where a mutant is still open: later runs would be compared with a score that nobody knows.
 */
export function scoresDocument(
  { fingerprint, packages, shard }: Pick<MutateDocument, "fingerprint" | "packages" | "shard">,
  { generatedAt, commit }: Pick<MutationScores, "generatedAt" | "commit">,
): MutationScores {
  const open = packages.filter(({ interval }) => interval !== null).map(({ name }) => name);
  if (fingerprint === null || shard !== null || open.length > 0) throw incomplete(shard, open);
  return {
    schemaVersion: "1.0",
    generatedAt,
    commit,
    fingerprint,
    packages: byName(
      packages.map(({ name, score, threshold, config, counts, files }) => {
        const rows = files.map(
          ({ file, blob, score: ofFile, counts: own, survivors }) => [file, { blob, score: ofFile, counts: own, survivors }] as const,
        );
        return [name, { score, threshold, config, counts, files: byName(rows) }] as const;
      }),
    ),
  };
}

function byName<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byText(a, b)));
}

function incomplete(shard: MutateDocument["shard"], open: readonly string[]): BandlineError {
  const why = shard === null ? "the run has no result" : `it is shard ${shard.index}/${shard.count} alone`;
  return new BandlineError({
    code: "RUN_INCOMPLETE",
    message: `the scores cannot be kept: ${open.length > 0 ? `mutants of ${open.join(", ")} have no result` : why}`,
    hint: shard === null ? "run pnpm mutate without --budget until it passes or fails" : "pnpm mutate merge shard-1.json shard-2.json",
    exitCode: EXIT.data,
  });
}

/** Whether two have the same results, whenever and of whichever commit they were made: then the file is left as it is. */
export function sameScores(a: MutationScores, b: MutationScores): boolean {
  const rest = (scores: MutationScores) => JSON.stringify(sorted({ ...scores, generatedAt: null, commit: null }));
  return rest(a) === rest(b);
}

/** With the names of every object in order; a list is an object whose names are its places. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return byName(Object.entries(value).map(([name, each]) => [name, sorted(each)] as const));
}
