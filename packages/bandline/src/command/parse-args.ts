import { BandlineError, EXIT } from "@repo/coverage-core";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";

/** What the command line said: options, or the help text that was asked for. */
export type ParsedArgs<T> =
  { readonly options: T; readonly operands: readonly string[]; readonly help: null } | { readonly options: null; readonly help: string };

/**
 * @param define adds options to a fresh command; it takes no operands, unless it allows excess arguments.
 * @param argv without node and script; a leading `--`, as pnpm hands it on, is dropped.
 * @throws BandlineError USAGE with what was received and where the flags are listed.
 */
export function parseArgs<T extends object>(name: string, argv: readonly string[], define: (command: Command) => Command): ParsedArgs<T> {
  let help = "";
  const command = define(new Command(name).allowExcessArguments(false))
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => {} });
  try {
    command.parse([...(argv[0] === "--" ? argv.slice(1) : argv)], { from: "user" });
    return { options: command.opts<T>(), operands: command.args, help: null };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { options: null, help };
    const message = error.message.replace(/^error: /, "");
    throw usageError(name, message);
  }
}

/** @param name of the command whose flags cannot be used as they are. */
export function usageError(name: string, message: string): BandlineError {
  return new BandlineError({ code: "USAGE", message, hint: `pnpm ${name} --help`, exitCode: EXIT.usage });
}

/** @returns whether `flag value` or `flag=value` is asked for, also by arguments that cannot be parsed. */
export function asksFor(argv: readonly string[], flag: string, value: string): boolean {
  return argv.some((each, index) => each === `${flag}=${value}` || (each === flag && argv[index + 1] === value));
}

/** @returns a flag's value as a whole number of 1 or more. @throws InvalidArgumentError, which says so. */
export function parseLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It takes a whole number from 1.");
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000 };

/** @returns milliseconds. @throws InvalidArgumentError, which says what is allowed. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d{1,6})(h|m|s)/g)];
  const total = parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit as string] as number), 0);
  if (total === 0 || parts.map(([part]) => part).join("") !== text)
    throw new InvalidArgumentError("It takes a duration such as 90s, 5m or 1h30m.");
  return total;
}

/** @returns percentage points from 0 to 100. @throws InvalidArgumentError, which says so. */
export function parsePoints(text: string): number {
  if (/^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError("It takes points from 0 to 100.");
}

/** @returns `FILE:LINE` in its parts, split at the last colon. @throws InvalidArgumentError, which says what is allowed. */
export function parsePlace(text: string): { readonly file: string; readonly line: number } {
  const [, file, line] = /^(.+):([1-9]\d{0,8})$/s.exec(text) ?? [];
  if (file === undefined) throw new InvalidArgumentError("It takes FILE:LINE, the line a whole number from 1.");
  return { file, line: Number(line) };
}

/** For options that may be given several times. */
export function collect<T>(parse: (text: string) => T): (text: string, sofar: readonly T[] | undefined) => T[] {
  return (text, sofar) => [...(sofar ?? []), parse(text)];
}

/** Help was asked for: it is the answer, and no failure. */
export function printHelp({ stdout }: Pick<Io, "stdout">, help: string): number {
  stdout.write(help);
  return EXIT.pass;
}
