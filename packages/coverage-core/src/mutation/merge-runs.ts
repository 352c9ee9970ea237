import type { MutateDocument, MutationFile, MutationPackage } from "../contract/mutate.js";
import { EXIT, type ExitCode } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { groupBy } from "../group-by.js";
import { byText } from "../path/repo-path.js";
import { differencesOf } from "./compare-scores.js";
import { mutateActionsOf } from "./mutate-actions.js";
import { byPosition } from "./positions.js";
import { addCounts, exitCodeOf, judgeCounts, scoreOf, sizeOf, statusOfRun } from "./score.js";

/** What one shard answered, and the name of the file that holds it, for messages. */
export interface ShardRun {
  readonly source: string;
  readonly document: MutateDocument;
}

/**
 * The answers of all shards of one run → the answer that one run of the whole gives, whatever the order of the shards.
 * Nothing is compared with earlier scores: `drifts`, `baseline` and `drift` of the shards are left out, for a part has no score of the whole.
 * @throws BandlineError where the shards are not exactly the parts of one run, each once, made by the same tools of the same texts.
 */
export function mergeRuns(runs: readonly ShardRun[], { requireComplete }: { readonly requireComplete: boolean }): MutateDocument {
  const shards = runs.map(shardOf).sort((a, b) => a.index - b.index || byText(a.source, b.source));
  const [first] = shards;
  if (first === undefined) {
    throw problem(
      "SHARDS_MISSING",
      "no document of a shard was given",
      "name the documents: pnpm mutate merge shard-1.json shard-2.json",
      EXIT.usage,
    );
  }
  for (const other of shards) refuseUnlike(first, other);
  refuseGaps(shards);
  const documents = shards.map(({ document }) => document);
  const packages = mergePackages(documents.flatMap((document) => document.packages));
  refuseOther(first, packages);
  const survivors = inOrder(documents.flatMap((document) => document.survivors));
  const inconclusive = inOrder(documents.flatMap((document) => document.inconclusive));
  return {
    $schema: first.document.$schema,
    schemaVersion: "1.0",
    status: statusOfRun(packages, []),
    exitCode: exitCodeOf(packages, { drifts: [], requireComplete }),
    fingerprint: first.document.fingerprint,
    shard: null,
    base: first.document.base,
    packages,
    survivors,
    inconclusive,
    drifts: [],
    plan: null,
    proof: null,
    nextActions: mutateActionsOf({ survivors, inconclusive, drifts: [] }),
    warnings: uniqueByText(documents.flatMap((document) => document.warnings)),
    errors: [],
  };
}

interface Shard extends ShardRun, NonNullable<MutateDocument["shard"]> {
  readonly fingerprint: NonNullable<MutateDocument["fingerprint"]>;
}

function shardOf({ source, document }: ShardRun): Shard {
  const { shard, fingerprint, errors } = document;
  const [error] = errors;
  if (error !== undefined) {
    throw problem(
      "SHARD_FAILED",
      `${source}: the shard has no result: ${error.code}: ${error.message}`,
      `${error.hint}; then run the shard again`,
    );
  }
  if (shard === null || fingerprint === null) {
    throw problem(
      "SHARD_EXPECTED",
      `${source} is the answer of a run that is no shard`,
      "make it anew: pnpm mutate --shard 1/2 --json > shard-1.json",
    );
  }
  return { source, document, fingerprint, ...shard };
}

const RUN_ALL = "run all shards anew, of one commit and with the same tools";

function refuseUnlike(first: Shard, other: Shard): void {
  const both = `${first.source} and ${other.source}`;
  const differences = differencesOf(first.fingerprint, other.fingerprint);
  if (differences.length > 0) throw problem("FINGERPRINT_DIFFERS", `${both} were made otherwise: ${differences.join(", ")}`, RUN_ALL);
  if (first.count !== other.count) {
    throw problem("SHARDS_UNLIKE", `${both} are of different cuts: ${cutOf(first)} and ${cutOf(other)}`, "give the shards of one run only");
  }
  if (first.plan !== other.plan || first.mutants !== other.mutants) {
    throw problem("PLAN_DIFFERS", `${both} are of different plans: ${planOf(first)} and ${planOf(other)}`, RUN_ALL);
  }
  if (JSON.stringify(first.document.base) !== JSON.stringify(other.document.base)) {
    throw problem("PLAN_DIFFERS", `${both} have different bases: ${baseOf(first)} and ${baseOf(other)}`, RUN_ALL);
  }
}

const cutOf = ({ index, count }: Shard) => `${index}/${count}`;
const planOf = ({ plan, mutants }: Shard) => `${plan.slice(0, 12)} with ${mutants} mutants`;
const baseOf = ({ document: { base } }: Shard) => (base === null ? "none" : `${base.ref} (${base.mergeBase.slice(0, 7)})`);

/** @param shards by index, all of one cut. */
function refuseGaps(shards: readonly Shard[]): void {
  const double = shards.find(({ index }, at) => shards[at - 1]?.index === index);
  if (double !== undefined) {
    const sources = shards.filter(({ index }) => index === double.index).map(({ source }) => source);
    throw problem("SHARD_TWICE", `shard ${cutOf(double)} is given twice: ${sources.join(", ")}`, "give each shard once");
  }
  const { count } = shards[0] as Shard;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => shards.every((shard) => shard.index !== index));
  const [next] = missing;
  if (next === undefined) return;
  throw problem(
    "SHARDS_MISSING",
    `of ${count} shards ${missing.length === 1 ? "one is" : `${missing.length} are`} missing: ${missing.join(", ")}`,
    `pnpm mutate --shard ${next}/${count} --json > shard-${next}.json`,
  );
}

function refuseOther({ mutants }: Shard, packages: readonly MutationPackage[]): void {
  const found = packages.reduce((sum, { counts }) => sum + sizeOf(counts), 0);
  if (found === mutants) return;
  throw problem("SHARDS_INCOMPLETE", `the plan has ${mutants} mutants, and the shards have ${found} together`, RUN_ALL);
}

function mergePackages(all: readonly MutationPackage[]): MutationPackage[] {
  return [...groupBy(all, ({ name }) => name).values()].map(mergePackage).sort((a, b) => byText(a.name, b.name));
}

function mergePackage(parts: readonly MutationPackage[]): MutationPackage {
  const [{ name, threshold, config }] = parts as [MutationPackage];
  if (parts.some((part) => part.threshold !== threshold || part.config !== config)) {
    throw problem("FINGERPRINT_DIFFERS", `the shards have different settings of ${name}`, RUN_ALL);
  }
  const counts = parts.map((part) => part.counts).reduce(addCounts);
  const files = [
    ...groupBy(
      parts.flatMap((part) => part.files),
      ({ file }) => file,
    ).values(),
  ];
  return {
    name,
    ...judgeCounts(counts, threshold),
    threshold,
    config,
    baseline: null,
    drift: null,
    counts,
    files: files.map(mergeFile).sort((a, b) => byText(a.file, b.file)),
    reused: parts.reduce((sum, { reused }) => sum + reused, 0),
    durationMs: parts.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function mergeFile(parts: readonly MutationFile[]): MutationFile {
  const [{ file, blob }] = parts as [MutationFile];
  if (parts.some((part) => part.blob !== blob)) throw problem("SOURCES_DIFFER", `the shards mutated different texts of ${file}`, RUN_ALL);
  const survivors = parts.flatMap((part) => part.survivors).sort(byText);
  const twice = survivors.find((key, at) => survivors[at - 1] === key);
  if (twice !== undefined) throw problem("SHARDS_OVERLAP", `mutant ${twice} of ${file} is in more than one shard`, RUN_ALL);
  const counts = parts.map((part) => part.counts).reduce(addCounts);
  return { file, blob, score: scoreOf(counts), counts, survivors };
}

function inOrder<S extends MutateDocument["survivors"][number]>(survivors: readonly S[]): S[] {
  return [...survivors].sort(
    (a, b) => byText(a.package, b.package) || byText(a.file, b.file) || byPosition(a.range.start, b.range.start) || byText(a.key, b.key),
  );
}

function uniqueByText<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each]))].sort(([a], [b]) => byText(a, b)).map(([, each]) => each);
}

function problem(code: string, message: string, hint: string, exitCode: ExitCode = EXIT.data): BandlineError {
  return new BandlineError({ code, message, hint, exitCode });
}
