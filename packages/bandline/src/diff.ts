/** `coverage:diff`: does every changed executable line run under test? */
import { resolve } from "node:path";
import { EXIT, type CoverageDiffDocument } from "@repo/coverage-core";
import { Option } from "commander";
import { formatParser, type FormatRequest } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import type { DiffFormat } from "./diff-answer.js";
import { asksFor, collect, parseArgs, parseLimit, parsePlace, printHelp, usageError } from "./command/parse-args.js";
import type { AskedPlace } from "./gather/find-place.js";
import { createNotices } from "./gather/notices.js";
import { openChange } from "./gather/open-change.js";

const parseFormat = formatParser("github", "markdown", "sarif", "gitlab", "rdjson", "junit", "cobertura");

export interface DiffFlags {
  readonly base?: string;
  readonly diffFile?: string;
  readonly lcov?: readonly string[];
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest<DiffFormat | "json" | "human">[];
  readonly limit?: number;
  readonly brief?: boolean;
  readonly exitZero?: boolean;
  readonly guard?: boolean;
  readonly baseline?: string;
  readonly ignoreWhitespace?: boolean;
  readonly explain?: readonly AskedPlace[];
  readonly hook?: "claude";
}

/** @returns the exit code; stdout is one JSON document, also on an error, and empty under `--hook`. */
export async function runDiff(argv: readonly string[], io: Io): Promise<number> {
  endQuietlyOnClosedPipe(io);
  // A hook's command line that cannot be parsed is still a hook's: it may not block the agent, and its stdout stays empty.
  let flags: DiffFlags = asksFor(argv, "--hook", "claude") ? { hook: "claude" } : {};
  try {
    const parsed = parseArgs<DiffFlags>("coverage:diff", argv, (command) =>
      command
        .description("Judge the changed lines: every executable one must have run under test.")
        .option("--base <ref>", "what the change is compared with (default: CI's word, the manifest, origin/HEAD, main, …)")
        .option("--diff-file <file>", "judge this unified diff instead of git's; - reads standard input")
        .option("--lcov <file>", "a report; repeatable; default: coverage/lcov.info", collect(String))
        .option("--baseline <file>", "the base's report: lines that ran there, did not change and do not run now fail too")
        .option("--ignore-whitespace", "a line that changed in whitespace alone did not change, as for git diff -w")
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "no summary for people on stderr")
        .option(
          "--format <name[=file]>",
          "json, human, github, markdown, sarif, gitlab, rdjson, junit or cobertura; repeatable",
          collect(parseFormat),
        )
        .option("--limit <n>", "ranges in the answer at most", parseLimit)
        .option("--brief", "leave out snippets and files that pass")
        .option("--no-guard", "do not look for ignore hints, skipped tests and lowered bands")
        .option("--exit-zero", "exit 0 also where the gate fails; the JSON still says so")
        .option("--explain <file:line>", "say why a line is judged as it is; repeatable", collect(parsePlace))
        .addOption(new Option("--hook <agent>", "answer as a hook of this agent: exit 2 where it has to go on").choices(["claude"])),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    if (flags.hook !== undefined) {
      assertFitsHook(flags);
      const { readHookInput } = await import("./hook/read-hook-input.js");
      const input = await readHookInput(io.stdin);
      if (input.stopHookActive) return EXIT.pass;
      if (input.cwd !== null) flags = { cwd: input.cwd, ...flags };
    }
    return await print(io, flags, await coverageDiff(flags, io));
  } catch (error) {
    const { failedDiff, faultOf } = await import("./diff-answer.js");
    return print(io, flags, failedDiff(faultOf(error)));
  }
}

/** @throws BandlineError USAGE. */
function assertFitsHook({ diffFile, explain }: DiffFlags): void {
  if (explain !== undefined) throw usageError("coverage:diff", "--hook prints no document, so there is no place for what --explain asks");
  if (diffFile === "-") throw usageError("coverage:diff", "--hook reads the hook's input from standard input, so --diff-file - cannot");
}

async function print(
  io: Io,
  { format = [], json = false, exitZero = false, hook }: DiffFlags,
  document: CoverageDiffDocument,
): Promise<number> {
  const { deliver, failedDiff, reportersFor } = await import("./diff-answer.js");
  const answer = { document, failed: failedDiff, reporters: await reportersFor(format), formats: format, quiet: json };
  if (hook !== undefined) return (await import("./hook/print-to-hook.js")).printToHook(io, answer, exitZero);
  const code = await deliver(io, answer);
  return exitZero && code === EXIT.gateFailed ? EXIT.pass : code;
}

/** @throws every fault that leaves nothing to judge; a failed gate is a document, not an error. */
export async function coverageDiff(flags: DiffFlags, io: Pick<Io, "cwd" | "env" | "stdin">): Promise<CoverageDiffDocument> {
  const notices = createNotices();
  const lines = flags.format?.some(({ name }) => name === "cobertura") === true;
  const request = { guard: true, lines, ...flags, cwd: resolve(io.cwd, flags.cwd ?? "."), from: io.cwd, env: io.env, stdin: io.stdin };
  // git is at work while the judge is loaded.
  const [opened, { judgeChange }] = await Promise.all([openChange(request, notices), import("./judge-change.js")]);
  const document = await judgeChange(request, opened, notices);
  if (flags.format?.some(({ name }) => name === "markdown") !== true) return document;
  const { gatherDeltas } = await import("./gather/gather-deltas.js");
  return { ...document, deltas: await gatherDeltas({ ...request, base: document.base }) };
}
