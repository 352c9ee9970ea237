import { resolve } from "node:path";
import type { Painter, Rendered } from "@repo/coverage-core";
import { painterFor } from "@repo/coverage-core";
import { writeAtomically } from "@repo/coverage-io";
import { showsColours, type Io } from "./io.js";
import { usage } from "./parse-args.js";

/** `--format NAME[=FILE]`. */
export interface FormatRequest {
  readonly name: string;
  readonly file: string | null;
}

/** A reporter by the name that `--format` knows it by. */
export type Reporters<T> = Readonly<Record<"json" | "human", (document: T, paint: Painter) => Rendered>>;

export function parseFormat(text: string): FormatRequest {
  const [, name = "", file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  if (name === "json" || name === "human") return { name, file };
  throw usage("coverage:diff", `--format takes json or human, with =FILE where it is to be written, received ${JSON.stringify(text)}`);
}

export interface Output<T> {
  readonly document: T;
  readonly reporters: Reporters<T>;
  readonly formats: readonly FormatRequest[];
  /** `--json`: no summary for people. */
  readonly quiet: boolean;
}

/** JSON on stdout, the summary on stderr, each requested file in its place. @returns the document's exit code. */
export async function deliver<T>(io: Io, { document, reporters, formats, quiet }: Output<T>): Promise<number> {
  for (const { name, file } of formats) {
    if (file === null) continue;
    await writeAtomically(resolve(io.cwd, file), reporters[name as "json" | "human"](document, painterFor(false)).output);
  }
  if (!quiet) io.stderr.write(reporters.human(document, painterFor(showsColours(io))).output);
  const { output, exitCode } = reporters.json(document, painterFor(false));
  io.stdout.write(output);
  return exitCode;
}
