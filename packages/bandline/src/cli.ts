/** `bandline NAME …`: the commands under the names that their scripts have. Each is loaded when it is asked for. */
import { EXIT, renderJson } from "@repo/coverage-core";
import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { endQuietlyOnClosedPipe } from "./command/io.js";
import { usageError } from "./command/parse-args.js";
import { faultOf } from "./command/to-problem.js";

/** The whole process, as a command may ask for it. */
export interface CliIo {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Takes interrupts over: from here on they abort the signal, and end no process. */
  readonly takeInterrupts: () => AbortSignal;
}

type Run = (argv: readonly string[], io: CliIo) => Promise<number>;

/** What it says of itself, and how it is run. `verify` and `test:flaky` are not among them: they begin with the workspace's own build. */
const COMMANDS: Readonly<Record<string, readonly [string, Run]>> = {
  "coverage:diff": ["judge the changed lines", async (argv, io) => (await import("./diff.js")).runDiff(argv, io)],
  "coverage:aggregate": ["merge the packages' reports", async (argv, io) => (await import("./aggregate.js")).runAggregate(argv, io)],
  "coverage:trend": [
    "where coverage came from, and where it is going",
    async (argv, io) => (await import("./trend.js")).runTrend(argv, { ...io, now: Date.now }),
  ],
  "coverage:domains": ["how far each domain is from its target", async (argv, io) => (await import("./domains.js")).runDomains(argv, io)],
  "coverage:report": ["one page, and badges", async (argv, io) => (await import("./report.js")).runReport(argv, io)],
  mutate: [
    "let Stryker change the code, and see whether a test notices",
    async (argv, io) =>
      (await import("./mutate.js")).runMutate(argv, { ...io, signal: io.takeInterrupts(), now: performance.now.bind(performance) }),
  ],
  mcp: ["answer an agent by the Model Context Protocol", async (argv, io) => (await import("./mcp.js")).runMcp(argv, io)],
  agents: ["keep the rules in AGENTS.md and CLAUDE.md up to date", async (argv, io) => (await import("./agents.js")).runAgents(argv, io)],
};

/**
 * @param argv without node and script.
 * @returns the command's own exit code; where there is no such command, 2, with the error in a document on stdout.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let exitCode: number = EXIT.pass;
  const program = new Command("bandline")
    .description("Keeps code honest about its tests. `bandline NAME --help` lists a command's flags.")
    .version(version())
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} });
  for (const [name, [about, run]] of Object.entries(COMMANDS)) {
    program
      .command(name)
      .description(about)
      .usage("[options]")
      .helpOption(false)
      .passThroughOptions()
      .allowUnknownOption()
      .allowExcessArguments()
      .action(async (_options, command: Command) => {
        exitCode = await run(command.args, io);
      });
  }
  try {
    if (argv.length === 0) throw usageError("exec bandline", `it takes a command: ${Object.keys(COMMANDS).join(", ")}`);
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.pass;
    return tell(io, error);
  }
  return exitCode;
}

function tell(io: CliIo, error: unknown): number {
  const usage = error instanceof CommanderError ? usageError("exec bandline", error.message.replace(/^error: /, "")) : error;
  const { exitCode, problem } = faultOf(usage);
  io.stderr.write(`${problem.code}: ${problem.message}\n  next: ${problem.hint}\n`);
  const document = { schemaVersion: "1.0", status: "error", exitCode, errors: [problem] };
  io.stdout.write(renderJson(document).output);
  return exitCode;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return (manifest as { readonly version: string }).version;
}
