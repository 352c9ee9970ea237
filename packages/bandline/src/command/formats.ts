import { resolve } from "node:path";
import { painterFor, type Painter, type Rendered } from "@repo/coverage-core";
import { writeAtomically } from "@repo/coverage-io";
import { InvalidArgumentError } from "commander";
import { showsColours, type Io } from "./io.js";
import { faultOf, type Fault } from "./to-problem.js";

/** What every command can render. */
const FORMATS = ["json", "human"] as const;
type CommonFormat = (typeof FORMATS)[number];

/** `--format NAME[=FILE]`. */
export interface FormatRequest<N extends string = CommonFormat> {
  readonly name: N;
  readonly file: string | null;
}

/** A reporter by the name that `--format` knows it by. */
export type Reporters<T, N extends string = CommonFormat> = Readonly<Record<CommonFormat, Reporter<T, Rendered>>> &
  Readonly<Record<N | CommonFormat, Reporter<T, Rendered | Promise<Rendered>>>>;

type Reporter<T, R> = (document: T, paint: Painter) => R;

/** @param more formats of one command alone. @returns a parser that throws InvalidArgumentError, which says what is allowed. */
export function formatParser<N extends string = never>(...more: readonly N[]): (text: string) => FormatRequest<N | CommonFormat> {
  const known = [...FORMATS, ...more];
  return (text) => {
    const [, asked, file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
    const name = known.find((each) => each === asked);
    if (name === undefined) throw new InvalidArgumentError(`It takes ${known.join(", ")}, with =FILE where it is to be written.`);
    if (file === null && !isShown(name)) throw new InvalidArgumentError(`It needs a file: ${name}=FILE.`);
    return { name, file };
  };
}

/** What people, or a log that is looked at, can read as it stands; the others are for a file. */
const SHOWN = ["json", "human", "github", "markdown"];

function isShown(name: string): boolean {
  return SHOWN.includes(name);
}

/** For every command that has no format of its own. */
export const parseFormat = formatParser();

export interface Answer<T, N extends string = CommonFormat> {
  readonly document: T;
  /** The document in its place where a requested file cannot be written. */
  readonly failed: (fault: Fault) => T;
  readonly reporters: Reporters<T, N>;
  readonly formats: readonly FormatRequest<N | CommonFormat>[];
  /** `--json`: no summary for people. */
  readonly quiet: boolean;
}

/** JSON on stdout, the summary on stderr, or what was asked for in its place; each requested file in its place. @returns the document's exit code. */
export async function deliver<T, N extends string>(io: Io, answer: Answer<T, N>): Promise<number> {
  const { reporters, quiet, formats } = answer;
  const document = await deliverFiles(io, answer);
  const asked = formats.filter(({ name, file }) => file === null && name !== "json").map(({ name }) => name);
  const shown = asked.length > 0 || quiet ? asked : (["human"] as const);
  for (const name of new Set(shown)) {
    const { output } = await reporters[name](document, painterFor(showsColours(io, io.stderr)));
    io.stderr.write(output);
  }
  const { output, exitCode } = reporters.json(document, painterFor(false));
  io.stdout.write(output);
  return exitCode;
}

/** Each requested file in its place, and nothing else. @returns the document, or the one in its place where a file cannot be written. */
export async function deliverFiles<T, N extends string>(io: Pick<Io, "cwd">, answer: Omit<Answer<T, N>, "quiet">): Promise<T> {
  return writeFiles(io, answer).then(
    () => answer.document,
    (error: unknown) => answer.failed(faultOf(error)),
  );
}

async function writeFiles<T, N extends string>(
  { cwd }: Pick<Io, "cwd">,
  { document, reporters, formats }: Omit<Answer<T, N>, "quiet">,
): Promise<void> {
  for (const { name, file } of formats) {
    if (file === null) continue;
    const { output } = await reporters[name](document, painterFor(false));
    await writeAtomically(resolve(cwd, file), output);
  }
}
