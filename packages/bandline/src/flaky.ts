/** `test:flaky`: does any test's result vary, though nothing changed but the order of tests? */
import { BandlineError, EXIT, renderJson, type FlakyDocument } from "@repo/coverage-core";
import { emptyFlakyDocument, renderHumanFlaky } from "@repo/coverage-core/flaky";
import { deliver } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { faultOf, type Fault } from "./command/to-problem.js";
import { defineFlaky, type FlakyFlags } from "./flaky/parse-flags.js";

/** What the door hands in beside the streams. */
export interface FlakyIo extends Io {
  /** Aborted by an interrupt: then what is known so far is printed. */
  readonly signal: AbortSignal;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

const REPORTERS = { json: renderJson, human: renderHumanFlaky };

/**
 * @param buildCode how the build ended, which the door has run: packages are tested against each other's builds.
 * @returns the exit code; stdout is one JSON document, also on an error.
 */
export async function runFlaky(argv: readonly string[], io: FlakyIo, buildCode: number): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: FlakyFlags = { repeats: 0, rerun: true };
  try {
    const parsed = parseArgs<FlakyFlags>("test:flaky", argv, defineFlaky);
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    if (buildCode !== 0) throw BUILD_FAILED;
    const { findFlaky } = await import("./flaky/find-flaky.js");
    return await print(io, flags, await findFlaky(flags, parsed.operands, io));
  } catch (error) {
    if (io.signal.aborted && error === io.signal.reason) return print(io, flags, { ...emptyFlakyDocument(), ...INTERRUPTED });
    return print(io, flags, failedFlaky(faultOf(error)));
  }
}

const BUILD_FAILED = new BandlineError({
  code: "BUILD_FAILED",
  message: "the build failed; its errors stand on stderr",
  hint: "pnpm build",
  exitCode: EXIT.data,
});

const INTERRUPTED = { status: "error", exitCode: EXIT.interrupted } as const;

function print(io: Io, { format = [], json = false }: FlakyFlags, document: FlakyDocument): Promise<number> {
  return deliver(io, { document, failed: failedFlaky, reporters: REPORTERS, formats: format, quiet: json });
}

/** The document of a run that came to nothing. */
function failedFlaky({ exitCode, problem }: Fault): FlakyDocument {
  return { ...emptyFlakyDocument(), status: "error", exitCode, errors: [problem], nextActions: [problem.hint] };
}
