/** `schemas`: keeps the JSON Schema files that are published beside the commands what the contract says. */
import { dirname, join, resolve } from "node:path";
import { EXIT, renderJson, type ExitCode, type Painter, type Problem, type Rendered } from "@repo/coverage-core";
import { openRepository, readIfThere, writeAtomically } from "@repo/coverage-io";
import { deliver } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { faultOf, type Fault } from "./command/to-problem.js";

/** The texts of the schema files of one package, by the file's name; `folder` is relative to the repository's root. */
export interface SchemaFolder {
  readonly folder: string;
  readonly texts: () => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
}

/** As the document of `agents`: no schema of its own is published for what only this repository runs. */
interface SchemasDocument {
  readonly status: "pass" | "fail" | "error";
  readonly exitCode: ExitCode;
  readonly files: readonly { readonly path: string; readonly changed: boolean }[];
  readonly nextActions: readonly string[];
  readonly errors: readonly Problem[];
}

interface Flags {
  readonly check?: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
}

/** @param folders of each package that publishes some. @returns the exit code: 1 under `--check` where a file is out of date. */
export async function runSchemas(argv: readonly string[], io: Io, folders: readonly SchemaFolder[]): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let quiet = false;
  try {
    const parsed = parseArgs<Flags>("schemas", argv, (command) =>
      command
        .description("Write the JSON Schema files that are published beside the commands.")
        .option("--check", "fail where one is out of date, and write nothing")
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "nothing on stderr"),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    quiet = parsed.options.json === true;
    return await print(io, quiet, await keepSchemas(parsed.options, io, folders));
  } catch (error) {
    return print(io, quiet, failedSchemas(faultOf(error)));
  }
}

/** None is written before all are read. */
async function keepSchemas({ check = false, cwd = "." }: Flags, io: Io, folders: readonly SchemaFolder[]): Promise<SchemasDocument> {
  const { root } = await openRepository(resolve(io.cwd, cwd));
  const wanted = await Promise.all(
    folders.map(async ({ folder, texts }) => Object.entries(await texts()).map(([name, text]) => ({ path: `${folder}/${name}`, text }))),
  );
  const files = await Promise.all(
    wanted.flat().map(async ({ path, text }) => {
      const before = (await readIfThere(join(root, path)))?.toString("utf8");
      return { path, text, changed: before !== text };
    }),
  );
  const changed = files.filter((each) => each.changed);
  if (!check) for (const { path, text } of changed) await writeAtomically(join(root, path), text);
  const isBehind = check && changed.length > 0;
  return {
    status: isBehind ? "fail" : "pass",
    exitCode: isBehind ? EXIT.gateFailed : EXIT.pass,
    files: files.map(({ path, changed: isChanged }) => ({ path, changed: isChanged })),
    nextActions: isBehind ? [`pnpm schemas, and commit ${named(changed.map(({ path }) => path)).join(" and ")}`] : [],
    errors: [],
  };
}

/** A few by their names, more by their folders. */
function named(paths: readonly string[]): string[] {
  return paths.length <= 3 ? [...paths] : [...new Set(paths.map((path) => dirname(path)))];
}

function failedSchemas({ exitCode, problem }: Fault): SchemasDocument {
  return { status: "error", exitCode, files: [], nextActions: [], errors: [problem] };
}

function renderHuman({ status, files, nextActions, errors, exitCode }: SchemasDocument, paint: Painter): Rendered {
  const changed = files
    .filter((each) => each.changed)
    .map(({ path }) => `  ${path} ${status === "fail" ? "is out of date" : "is written"}`);
  const lines = [
    `schemas ${status === "pass" ? paint.good(status) : paint.bad(status)}: ${files.length} files`,
    ...changed,
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...nextActions.map((action) => `  next: ${action}`),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode };
}

function print(io: Io, quiet: boolean, document: SchemasDocument): Promise<number> {
  return deliver(io, { document, failed: failedSchemas, reporters: { json: renderJson, human: renderHuman }, formats: [], quiet });
}
