/** `coverage:aggregate`: every report → one lcov, one record of measured sources, one summary. */
import { join, resolve } from "node:path";
import {
  EXIT,
  REPORT_FORMATS,
  judgeTestTime,
  missedMetrics,
  renderHumanAggregate,
  renderJson,
  schemaId,
  summarize,
  testTimeText,
  type AggregateDocument,
  type ReportFormat,
} from "@repo/coverage-core";
import { createAtomicFile, openRepository } from "@repo/coverage-io";
import { InvalidArgumentError } from "commander";
import { deliver, formatParser, type FormatRequest } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { collect, parseArgs, printHelp } from "./command/parse-args.js";
import { createProgress } from "./command/progress.js";
import { faultOf, type Fault } from "./command/to-problem.js";
import { gatherAggregate } from "./gather/gather-aggregate.js";
import type { MergeProgress } from "./gather/read-reports.js";
import { writeCobertura } from "./write-cobertura.js";
import { writeFacts } from "./write-facts.js";

interface AggregateFlags {
  readonly input?: readonly string[];
  readonly cwd?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest<"json" | "human" | "cobertura">[];
  readonly formatIn?: ReportFormat;
  readonly tests?: readonly string[];
  readonly strict?: boolean;
  readonly summary: boolean;
}

export interface AggregateOptions {
  /** Absolute: the repository, or a folder in it. */
  readonly cwd: string;
  /** Absolute: what `inputs` are relative to; undefined for `cwd`. */
  readonly from?: string | undefined;
  readonly inputs: readonly string[];
  /** The format of every report; undefined where it is to be recognised. */
  readonly formatIn?: ReportFormat | undefined;
  /** `--tests`: test reports, files or globs, relative to the same. */
  readonly tests?: readonly string[] | undefined;
  /** `--strict`: whatever speaks against all tests having run and been counted is an error, and then nothing is written. */
  readonly strict?: boolean | undefined;
  /** Absolute; undefined for `coverage` at the repository's root. */
  readonly out?: string | undefined;
  /** Whether `summary.json` is written. */
  readonly writeSummary: boolean;
  readonly tell?: ((progress: MergeProgress) => void) | undefined;
}

const REPORTERS = { json: renderJson, human: renderHumanAggregate };

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runAggregate(argv: readonly string[], io: Io): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: AggregateFlags = { summary: true };
  try {
    const parsed = parseArgs<AggregateFlags>("coverage:aggregate", argv, (command) =>
      command
        .description("Merge every package's coverage report into coverage/lcov.info and summarize it.")
        .option("--input <file|glob>", "a report; repeatable; default: the reports of every package", collect(String))
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--out <dir>", "where lcov.info, sources.json and summary.json are written (default: coverage)")
        .option("--json", "no summary for people on stderr")
        .option("--format-in <name>", `the reports' format, where it is not to be recognised: ${REPORT_FORMATS.join(", ")}`, parseFormatIn)
        .option("--format <name[=file]>", "json, human or cobertura=file; repeatable", collect(formatParser("cobertura")))
        .option(
          "--tests <file|glob>",
          "a test report, JUnit XML or vitest's JSON; repeatable; default: what lies beside the reports",
          collect(String),
        )
        .option("--strict", "fail, and write nothing, where a package has no report, or its tests did not run or failed")
        .option("--no-summary", "leave summary.json as it is"),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    const options = {
      cwd: resolve(io.cwd, flags.cwd ?? "."),
      from: io.cwd,
      inputs: flags.input ?? [],
      formatIn: flags.formatIn,
      tests: flags.tests,
      strict: flags.strict,
      out: flags.out === undefined ? undefined : resolve(io.cwd, flags.out),
      writeSummary: flags.summary,
    };
    const progress = createProgress(io.stderr, flags.json !== true);
    const { document, lcov } = await aggregateInto({ ...options, tell: progress.tell }).finally(progress.end);
    // A run that came to nothing has none to write.
    if (document.errors.length === 0)
      for (const { name, file } of flags.format ?? [])
        if (name === "cobertura" && file !== null) await writeCobertura(resolve(io.cwd, file), lcov, document);
    return await print(io, flags, document);
  } catch (error) {
    return print(io, flags, failedAggregate(faultOf(error)));
  }
}

function print(io: Io, { format = [], json = false }: AggregateFlags, document: AggregateDocument): Promise<number> {
  const formats = format.flatMap(({ name, file }) => (name === "cobertura" ? [] : [{ name, file }]));
  return deliver(io, { document, failed: failedAggregate, reporters: REPORTERS, formats, quiet: json });
}

/** @throws InvalidArgumentError, which says what is allowed. */
function parseFormatIn(text: string): ReportFormat {
  const format = REPORT_FORMATS.find((each) => each === text);
  if (format === undefined) throw new InvalidArgumentError(`It takes ${REPORT_FORMATS.join(", ")}.`);
  return format;
}

/** @throws what gathering and writing throw; nothing is written before everything is read. */
export async function aggregate(options: AggregateOptions): Promise<AggregateDocument> {
  return (await aggregateInto(options)).document;
}

/**
 * The document, and the path of the lcov that was written.
 * What `strict` refuses is not written: a half of the truth in `coverage/` would be judged as the whole. The document still has the
 * numbers of what is known, as an error.
 */
async function aggregateInto(options: AggregateOptions): Promise<{ readonly document: AggregateDocument; readonly lcov: string }> {
  const { cwd, from = cwd, ...asked } = options;
  const repository = await openRepository(cwd);
  const out = options.out ?? join(repository.root, "coverage");
  using lcov = createAtomicFile(join(out, "lcov.info"));
  const gathered = await gatherAggregate({ ...asked, from, repository, write: lcov.write });
  const { policy, merged, notices, incomplete } = gathered;
  const errors = options.strict === true ? [...incomplete] : [];
  if (errors.length === 0) for (const { code, message, hint } of incomplete) notices.add({ code, message: `${message}: ${hint}` });
  const summary = summarize({ ...gathered, ...merged, generatedAt: new Date().toISOString() });
  if (errors.length === 0) {
    lcov.commit();
    await writeFacts(out, gathered, options.writeSummary ? summary : null);
  }
  const missed = policy.repo?.band === undefined ? [] : missedMetrics(summary.repo, policy.repo.band);
  const testTime = judgeTestTime(summary, policy.repo);
  if (testTime?.status === "warn") notices.add({ code: "TEST_TIME_HIGH", message: testTimeText(testTime) });
  const document: AggregateDocument = {
    $schema: schemaId("coverage-aggregate"),
    ...summary,
    ...(Object.keys(merged.percentCovered).length === 0 ? {} : { percentCovered: merged.percentCovered }),
    ...verdictOf(errors, missed.length > 0 || testTime?.status === "fail"),
    reports: gathered.reports.map(({ name }) => name),
    ...(testTime === undefined ? {} : { testTime }),
    missed,
    warnings: notices.list(),
    errors,
  };
  return { document, lcov: join(out, "lcov.info") };
}

function verdictOf(errors: readonly unknown[], isBelow: boolean): Pick<AggregateDocument, "status" | "exitCode"> {
  if (errors.length > 0) return { status: "error", exitCode: EXIT.data };
  return isBelow ? { status: "fail", exitCode: EXIT.gateFailed } : { status: "pass", exitCode: EXIT.pass };
}

/** The document of a run that came to nothing. */
function failedAggregate({ exitCode, problem }: Fault): AggregateDocument {
  return {
    $schema: schemaId("coverage-aggregate"),
    schemaVersion: "1.0",
    generatedAt: new Date().toISOString(),
    commit: null,
    provider: null,
    repo: null,
    byPackage: {},
    status: "error",
    exitCode,
    reports: [],
    missed: [],
    warnings: [],
    errors: [problem],
  };
}
