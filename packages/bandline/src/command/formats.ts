import { resolve } from "node:path";
import { painterFor, type Painter, type Rendered } from "@repo/coverage-core";
import { writeAtomically } from "@repo/coverage-io";
import { InvalidArgumentError } from "commander";
import { showsColours, type Io } from "./io.js";
import { faultOf, type Fault } from "./to-problem.js";

const FORMATS = ["json", "human"] as const;

/** `--format NAME[=FILE]`. */
export interface FormatRequest {
  readonly name: (typeof FORMATS)[number];
  readonly file: string | null;
}

/** A reporter by the name that `--format` knows it by. */
export type Reporters<T> = Readonly<Record<FormatRequest["name"], (document: T, paint: Painter) => Rendered>>;

/** @throws InvalidArgumentError, which says what is allowed. */
export function parseFormat(text: string): FormatRequest {
  const [, asked, file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const name = FORMATS.find((each) => each === asked);
  if (name === undefined) throw new InvalidArgumentError(`It takes ${FORMATS.join(" or ")}, with =FILE where it is to be written.`);
  return { name, file };
}

export interface Answer<T> {
  readonly document: T;
  /** The document in its place where a requested file cannot be written. */
  readonly failed: (fault: Fault) => T;
  readonly reporters: Reporters<T>;
  readonly formats: readonly FormatRequest[];
  /** `--json`: no summary for people. */
  readonly quiet: boolean;
}

/** JSON on stdout, the summary on stderr, each requested file in its place. @returns the document's exit code. */
export async function deliver<T>(io: Io, answer: Answer<T>): Promise<number> {
  const { reporters, quiet } = answer;
  const document = await deliverFiles(io, answer);
  if (!quiet) io.stderr.write(reporters.human(document, painterFor(showsColours(io, io.stderr))).output);
  const { output, exitCode } = reporters.json(document, painterFor(false));
  io.stdout.write(output);
  return exitCode;
}

/** Each requested file in its place, and nothing else. @returns the document, or the one in its place where a file cannot be written. */
export async function deliverFiles<T>(io: Pick<Io, "cwd">, answer: Omit<Answer<T>, "quiet">): Promise<T> {
  return writeFiles(io, answer).then(
    () => answer.document,
    (error: unknown) => answer.failed(faultOf(error)),
  );
}

async function writeFiles<T>({ cwd }: Pick<Io, "cwd">, { document, reporters, formats }: Omit<Answer<T>, "quiet">): Promise<void> {
  for (const { name, file } of formats) {
    if (file !== null) await writeAtomically(resolve(cwd, file), reporters[name](document, painterFor(false)).output);
  }
}
