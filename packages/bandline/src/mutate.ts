/** `mutate`: would the tests notice a bug? */
import { EXIT, type MutateDocument } from "@repo/coverage-core";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { assertFit, defineMerge, defineMutate, type MutateFlags } from "./mutate/parse-flags.js";

/** What the door hands in beside the streams. */
export interface MutateIo extends Io {
  /** Aborted by an interrupt: then what is known so far is printed. */
  readonly signal: AbortSignal;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runMutate(argv: readonly string[], io: MutateIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: MutateFlags = { reuse: true, score: true };
  try {
    const args = argv[0] === "--" ? argv.slice(1) : argv;
    const isMerge = args[0] === "merge";
    const parsed = isMerge
      ? parseArgs<MutateFlags>("mutate merge", args.slice(1), (command) => defineMerge(command).allowExcessArguments(true))
      : parseArgs<MutateFlags>("mutate", args, defineMutate);
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    assertFit(flags);
    if (isMerge) {
      const { mergeShards } = await import("./mutate/merge-shards.js");
      return await print(io, flags, await mergeShards(parsed.operands, flags, io));
    }
    const { mutate } = await import("./mutate/mutate-packages.js");
    return await print(io, flags, await mutate(flags, io));
  } catch (error) {
    const { failedMutate, faultOf, interruptedMutate } = await import("./mutate-answer.js");
    if (io.signal.aborted && error === io.signal.reason) return print(io, flags, interruptedMutate());
    return print(io, flags, failedMutate(faultOf(error)));
  }
}

async function print(io: Io, { format = [], json = false, exitZero = false }: MutateFlags, document: MutateDocument): Promise<number> {
  const { REPORTERS, deliver, failedMutate } = await import("./mutate-answer.js");
  const code = await deliver(io, { document, failed: failedMutate, reporters: REPORTERS, formats: format, quiet: json });
  return exitZero && code === EXIT.gateFailed ? EXIT.pass : code;
}
