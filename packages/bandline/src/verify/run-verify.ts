/** `verify`: build, tests with coverage, aggregate, diff; the whole gate of a change in one document. */
import {
  painterFor,
  renderHumanAggregate,
  renderHumanDiff,
  renderJson,
  type CoverageDiffDocument,
  type DiffBase,
} from "@repo/coverage-core";
import { runProcess } from "@repo/coverage-io";
import { aggregate } from "../aggregate.js";
import { endQuietlyOnClosedPipe, showsColours, type Io } from "../command/io.js";
import { parseArgs, printHelp } from "../command/parse-args.js";
import { coverageDiff } from "../diff.js";
import { testCommandLine, toolEnv } from "../test.js";
import { createVerifyRun, type VerifyRun } from "./verify-run.js";

/** How the build went, which the door has run: the program that runs the other steps is made by it. */
export interface Built {
  readonly exitCode: number;
  readonly durationMs: number;
}

/** What the door hands in beside the streams. */
export interface VerifyIo extends Io {
  /** Aborted by an interrupt: then what is known so far is printed. */
  readonly signal: AbortSignal;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/** @returns the exit code of the first step that failed, else 0; stdout is one JSON document, progress goes to stderr. */
export async function runVerify(argv: readonly string[], io: VerifyIo, built: Built): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let isDeep = false;
  const run = createVerifyRun(io, () => isDeep);
  try {
    const { options, help } = parseArgs<{ base?: string; deep?: boolean }>("verify", argv, (command) =>
      command
        .description("Build, test with coverage, merge the reports, judge the changed lines.")
        .option("--base <ref>", "as coverage:diff --base")
        .option("--deep", "then test the mutants of the changed lines, and tell which no test notices"),
    );
    if (options === null) return printHelp(io, help);
    isDeep = options.deep === true;
    await run.step("build", async () => built);
    await run.step("test", async () =>
      runProcess(testCommandLine(["--coverage"]), {
        cwd: io.cwd,
        env: toolEnv(io, io.cwd),
        write: (chunk) => io.stderr.write(chunk),
        signal: io.signal,
      }),
    );
    await run.step("aggregate", async () => {
      const document = await aggregate({ cwd: io.cwd, inputs: [], writeSummary: false });
      io.stderr.write(renderHumanAggregate(document, painterFor(showsColours(io, io.stderr))).output);
      return { exitCode: document.exitCode, aggregate: document };
    });
    let diff: CoverageDiffDocument | undefined;
    await run.step("diff", async () => {
      diff = await coverageDiff(options, io);
      io.stderr.write(renderHumanDiff(diff, painterFor(showsColours(io, io.stderr))).output);
      return { exitCode: diff.exitCode, diff };
    });
    if (!isDeep) return print(io, run);
    await run.step("mutate", async () => {
      // The diff has said what is compared with what.
      const judged = diff as CoverageDiffDocument;
      const [{ mutate }, { renderHumanMutate, unassertedOf }] = await Promise.all([
        import("../mutate/mutate-packages.js"),
        import("@repo/coverage-core/mutation"),
      ]);
      const document = await mutate({ since: (judged.base as DiffBase).mergeBase, reuse: true, score: false }, io);
      io.stderr.write(renderHumanMutate(document, painterFor(showsColours(io, io.stderr))).output);
      return { exitCode: document.exitCode, mutate: document, diff: { ...judged, unasserted: unassertedOf(document) } };
    });
  } catch (error) {
    run.fail(error);
  }
  return print(io, run);
}

function print({ stdout }: VerifyIo, run: VerifyRun): number {
  const { output, exitCode } = renderJson(run.document());
  stdout.write(output);
  return exitCode;
}
