/** `new:feature`: a feature package, born with its layers, tests, manifest and configuration, and known to everything that has to know. */
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp, usageError } from "./command/parse-args.js";
import type { NewFeatureDocument } from "@repo/coverage-core";

/** What the door hands in beside the streams. */
export interface NewFeatureIo extends Io {
  /** Aborted by an interrupt: then everything is put back. */
  readonly signal: AbortSignal;
  /** How long to wait for another run in this workspace; two minutes where it is left out. */
  readonly patienceMs?: number;
}

interface NewFeatureFlags {
  readonly cwd?: string;
  readonly json?: boolean;
}

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runNewFeature(argv: readonly string[], io: NewFeatureIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: NewFeatureFlags = {};
  try {
    const parsed = parseArgs<NewFeatureFlags>("new:feature", argv, (command) =>
      command
        .usage("NAME [options]")
        .description("Make the package packages/NAME, @repo/NAME, and register it. NAME is in kebab-case, such as marketing-pages.")
        .allowExcessArguments(true)
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "no progress and no summary for people on stderr"),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    const [name, ...more] = parsed.operands;
    if (name === undefined) throw usageError("new:feature", "no name was given: pnpm new:feature NAME");
    if (more.length > 0) throw usageError("new:feature", `one name is taken at a time; received: ${parsed.operands.join(" ")}`);
    const { makeFeature } = await import("./new-feature/make-feature.js");
    return await print(io, flags, await makeFeature(name, flags, io));
  } catch (error) {
    const { failedNewFeature, faultOf, interruptedNewFeature } = await import("./new-feature/answer.js");
    if (io.signal.aborted && error === io.signal.reason) return print(io, flags, interruptedNewFeature());
    return print(io, flags, failedNewFeature(faultOf(error)));
  }
}

async function print(io: Io, { json = false }: NewFeatureFlags, document: NewFeatureDocument): Promise<number> {
  const { REPORTERS, deliver, failedNewFeature } = await import("./new-feature/answer.js");
  return deliver(io, { document, failed: failedNewFeature, reporters: REPORTERS, formats: [], quiet: json });
}
