/** The command line of `mutate`. */
import { InvalidArgumentError, type Command } from "commander";
import { parseFormat, type FormatRequest } from "../command/formats.js";
import { collect, parseDuration, parsePoints, usageError } from "../command/parse-args.js";
import type { ShardPlace } from "./choose-mutants.js";

export interface MutateFlags {
  readonly filter?: readonly string[];
  readonly since?: string;
  readonly linesOnly?: boolean;
  readonly all?: boolean;
  readonly shard?: ShardPlace;
  /** Milliseconds. */
  readonly budget?: number;
  readonly requireComplete?: boolean;
  readonly list?: boolean;
  readonly key?: string;
  readonly prove?: string;
  readonly test?: string;
  readonly verify?: boolean;
  readonly drift?: number;
  readonly reuse: boolean;
  readonly score: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest[];
  readonly exitZero?: boolean;
}

export function defineMutate(command: Command): Command {
  return commonFlags(
    command
      .description(
        "Would the tests notice a bug? Each mutant is one small change that some test should fail for.\n`mutate merge FILE…` makes one answer of the answers of all shards.",
      )
      .option(
        "--filter <pkg|glob>",
        "a package by name or folder; repeatable; default: every one with a stryker.config.json",
        collect(String),
      )
      .option("--since <base>", "only mutants on lines that changed since then, one a line, and those that changed tests cover")
      .option("--lines-only", "with --since: only mutants that start on a changed line")
      .option("--all", "with --since: every mutant of a changed line")
      .option("--shard <k/n>", "the first, second, … of n parts that come to the whole", parseShard)
      .option(
        "--budget <duration>",
        "stop after 90s, 5m or 1h30m, the first run of the tests included, and tell what is known",
        parseDuration,
      )
      .option("--list", "say what would be run, and run nothing")
      .option("--key <key>", "this mutant alone")
      .option("--prove <key>", "with --test: show that the test is green on the original and red on this mutant")
      .option("--test <file>", "with --prove: the test file")
      .option("--verify", "apply each survivor by hand, and run its tests in plain vitest")
      .option("--no-reuse", "run everything, also what an earlier run of the very same inputs found out"),
  );
}

export function defineMerge(command: Command): Command {
  return commonFlags(command.description("Make one answer of the answers of all shards.").usage("[options] FILE…"));
}

function commonFlags(command: Command): Command {
  return command
    .option(
      "--drift <points>",
      "fail where a score fell by more than this since the committed coverage/mutation.json, or an unchanged file has a new survivor",
      parsePoints,
    )
    .option("--require-complete", "exit 5 where a budget left mutants out")
    .option("--no-score", "leave coverage/mutation.json as it is")
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no summary for people on stderr")
    .option("--format <name[=file]>", "json or human; repeatable", collect(parseFormat))
    .option("--exit-zero", "exit 0 also where the gate fails; the JSON still says so");
}

/** @throws BandlineError USAGE for flags that do not go together. */
export function assertFit(flags: MutateFlags): void {
  const given = (names: readonly (keyof MutateFlags)[]) =>
    names.filter((name) => flags[name] !== undefined && flags[name] !== false).map(flagName);
  const fault = (text: string) => usageError("mutate", text);
  for (const name of ["linesOnly", "all"] as const) {
    if (flags[name] === true && flags.since === undefined) throw fault(`${flagName(name)} is for --since alone`);
  }
  if ((flags.prove === undefined) !== (flags.test === undefined)) throw fault("--prove KEY and --test FILE go together");
  for (const one of ["key", "prove"] as const) {
    const others = given(["since", "shard", "budget", "list", "drift", "verify", one === "key" ? "prove" : "key"]).filter(
      (name) => !(one === "key" && name === "--verify"),
    );
    if (flags[one] !== undefined && others.length > 0)
      throw fault(`${flagName(one)} is about one mutant, so ${others.join(" and ")} cannot be`);
  }
  if (flags.shard !== undefined && flags.since !== undefined) throw fault("--shard shares out the whole, and --since is a part of it");
  if (flags.drift !== undefined && (flags.since ?? flags.shard) !== undefined)
    throw fault("--drift compares whole scores: not with --since, and after --shard with mutate merge");
}

function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function parseShard(text: string): ShardPlace {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index > count) throw new InvalidArgumentError("It takes K/N, K from 1 to N.");
  return { index, count };
}
