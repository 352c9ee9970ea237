/** `agents`: keeps the rules that agents read up to date, in each file that one of them reads. */
import { EXIT, renderJson, schemaId, type AgentsDocument, type Painter, type Rendered } from "@repo/coverage-core";
import { createAtomicFile, openRepository, readIfThere } from "@repo/coverage-io";
import { join, resolve } from "node:path";
import { keepMarked } from "./agents/keep-marked.js";
import { RULES } from "./agents/rules.js";
import { deliver } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { faultOf, type Fault } from "./command/to-problem.js";

/** At the repository's root. */
export const AGENT_FILES = ["AGENTS.md", "CLAUDE.md"] as const;

interface Flags {
  readonly check?: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
}

/** @returns the exit code: 1 under `--check` where a file is out of date. stdout is one JSON document, also on an error. */
export async function runAgents(argv: readonly string[], io: Io): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let isQuiet = false;
  try {
    const parsed = parseArgs<Flags>("agents", argv, (command) =>
      command
        .description(`Keep the rules in ${AGENT_FILES.join(" and ")} up to date, between their markers.`)
        .option("--check", "fail where one is out of date, and write nothing")
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "nothing on stderr"),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    isQuiet = parsed.options.json === true;
    return await print(io, isQuiet, await keepAgents(parsed.options, io));
  } catch (error) {
    return print(io, isQuiet, failedAgents(faultOf(error)));
  }
}

/** None is written before all are read. Bytes are taken as they are, whatever they encode. */
async function keepAgents({ check = false, cwd }: Flags, io: Io): Promise<AgentsDocument> {
  const { root } = await openRepository(resolve(io.cwd, cwd ?? "."));
  const content = Buffer.from(RULES).toString("latin1");
  const files = await Promise.all(
    AGENT_FILES.map(async (path) => {
      const before = (await readIfThere(join(root, path)))?.toString("latin1");
      return { path, before, text: keepMarked(before, content, path) };
    }),
  );
  const changed = files.filter(({ before, text }) => before !== text);
  if (!check) for (const { path, text } of changed) write(join(root, path), text);
  const isBehind = check && changed.length > 0;
  return {
    ...EMPTY,
    ...(isBehind ? { status: "fail", exitCode: EXIT.gateFailed } : {}),
    files: files.map(({ path, before, text }) => ({ path, changed: before !== text })),
    nextActions: isBehind ? [`pnpm agents, and commit ${changed.map(({ path }) => path).join(" and ")}`] : [],
  };
}

function write(path: string, text: string): void {
  using file = createAtomicFile(path);
  file.write(Buffer.from(text, "latin1"));
  file.commit();
}

const EMPTY: AgentsDocument = {
  $schema: schemaId("agents"),
  schemaVersion: "1.0",
  status: "pass",
  exitCode: EXIT.pass,
  files: [],
  nextActions: [],
  errors: [],
};

function failedAgents({ exitCode, problem }: Fault): AgentsDocument {
  return { ...EMPTY, status: "error", exitCode, errors: [problem] };
}

const REPORTERS = { json: renderJson, human: renderHumanAgents };

function renderHumanAgents({ status, files, errors, nextActions, exitCode }: AgentsDocument, paint: Painter): Rendered {
  const lines = [
    `agents ${paint[status === "pass" ? "good" : "bad"](status)}`,
    ...files.map(({ path, changed }) => `  ${path} ${changed ? (status === "fail" ? "is out of date" : "is written") : "is up to date"}`),
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...(nextActions.length === 0 ? [] : ["next:", ...nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode };
}

function print(io: Io, quiet: boolean, document: AgentsDocument): Promise<number> {
  return deliver(io, { document, failed: failedAgents, reporters: REPORTERS, formats: [], quiet });
}
