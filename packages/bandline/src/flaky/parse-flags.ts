import { InvalidArgumentError, type Command } from "commander";
import { parseFormat, type FormatRequest } from "../command/formats.js";
import { collect } from "../command/parse-args.js";

export interface FlakyFlags {
  readonly repeats: number;
  readonly seed?: number;
  readonly filter?: readonly string[];
  readonly includeSlow?: boolean;
  readonly rerun: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest[];
}

/** The seeds of a run, one more each, stay below what a shuffle can tell apart. */
export const LARGEST_SEED = 2_147_000_000;
const MOST_REPEATS = 1_000;

export function defineFlaky(command: Command): Command {
  return command
    .description("Run the tests several times, each time in another order, and report those whose result varied.")
    .argument("[vitest...]", "further arguments for vitest, behind --: files, -t NAME, …")
    .option("--repeats <n>", "how often, from 2", parseRepeats, 5)
    .option("--seed <n>", "the first run's seed; each further run has one more (default: any)", parseSeed)
    .option("--filter <package>", "a package by name or folder, or a glob of them; behind ! left out; repeatable", collect(String))
    .option("--include-slow", "also tests that are tagged slow")
    .option("--no-rerun", "do not run the files of flaky tests again alone, to tell whether their order decides")
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no progress and no summary for people on stderr")
    .option("--format <name[=file]>", "json or human; repeatable", collect(parseFormat));
}

function parseRepeats(text: string): number {
  const repeats = wholeNumber(text);
  if (repeats >= 2 && repeats <= MOST_REPEATS) return repeats;
  throw new InvalidArgumentError(`It takes a whole number from 2 to ${MOST_REPEATS}: what runs once cannot vary.`);
}

function parseSeed(text: string): number {
  const seed = wholeNumber(text);
  if (seed <= LARGEST_SEED) return seed;
  throw new InvalidArgumentError(`It takes a whole number from 0 to ${LARGEST_SEED}.`);
}

function wholeNumber(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
