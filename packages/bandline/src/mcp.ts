/** `mcp`: bandline's answers for an agent that speaks the Model Context Protocol, over standard input and output. */
import { EXIT } from "@repo/coverage-core";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { faultOf } from "./command/to-problem.js";

/** The protocol's two streams, and one for people. */
export interface McpIo extends Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Serves until the client closes standard input. @returns the exit code; stdout has the protocol alone, so a fault is told on stderr. */
export async function runMcp(argv: readonly string[], io: McpIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  try {
    const parsed = parseArgs<{ readonly cwd?: string }>("mcp", argv, (command) =>
      command
        .description("Serve verdict, explain_line, what_to_test_next and survivors to an agent, by the Model Context Protocol over stdio.")
        .option("--cwd <dir>", "the repository, or a folder in it"),
    );
    if (parsed.help !== null) return printHelp({ stdout: io.stderr }, parsed.help);
    // No other command pays for the protocol's library.
    const { serve } = await import("./mcp/serve.js");
    await serve({ cwd: resolve(io.cwd, parsed.options.cwd ?? "."), env: io.env }, io);
    return EXIT.pass;
  } catch (error) {
    const { exitCode, problem } = faultOf(error);
    io.stderr.write(`${problem.code}: ${problem.message}\n  next: ${problem.hint}\n`);
    return exitCode;
  }
}
