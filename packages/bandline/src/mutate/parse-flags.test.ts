import { BandlineError } from "@repo/coverage-core";
import { describe, expect, it } from "vitest";
import { parseArgs } from "../command/parse-args.js";
import { assertFit, defineMutate, type MutateFlags } from "./parse-flags.js";

function flagsOf(line: string): Partial<MutateFlags> {
  const { options } = parseArgs<MutateFlags>("mutate", line === "" ? [] : line.split(" "), defineMutate);
  if (options === null) throw new Error("help");
  assertFit(options);
  return options;
}

function check(line: string, expected: Partial<MutateFlags>): void {
  expect(flagsOf(line)).toEqual({ reuse: true, score: true, ...expected });
}

function checkFault(line: string, expected: RegExp): void {
  try {
    flagsOf(line);
  } catch (error) {
    expect(error).toBeInstanceOf(BandlineError);
    expect(error).toMatchObject({
      code: "USAGE",
      exitCode: 2,
      hint: "pnpm mutate --help",
      message: expect.stringMatching(expected) as string,
    });
    return;
  }
  expect.fail(`${line} is accepted`);
}

describe("the flags of mutate", () => {
  it.each<[string, string, Partial<MutateFlags>]>([
    ["may be none", "", {}],
    ["name packages, more than one", "--filter a --filter b/*", { filter: ["a", "b/*"] }],
    ["name the first shard", "--shard 1/1", { shard: { index: 1, count: 1 } }],
    ["name the last shard", "--shard 4/4", { shard: { index: 4, count: 4 } }],
    ["give a budget in seconds", "--budget 90s", { budget: 90_000 }],
    ["give a budget in minutes", "--budget 5m", { budget: 300_000 }],
    ["give a budget in parts", "--budget 1h2m3s", { budget: 3_723_000 }],
    ["give points of drift", "--drift 5", { drift: 5 }],
    ["give parts of points", "--drift 0.5", { drift: 0.5 }],
    ["take no drift at all", "--drift 0", { drift: 0 }],
    ["take every point", "--drift 100", { drift: 100 }],
    ["narrow a change", "--since main --lines-only", { since: "main", linesOnly: true }],
    ["widen a change", "--since main --all", { since: "main", all: true }],
    ["name one mutant, to be verified", "--key k --verify", { key: "k", verify: true }],
    ["name a proof", "--prove k --test t", { prove: "k", test: "t" }],
    ["leave what is known aside", "--no-reuse --no-score", { reuse: false, score: false }],
    ["ask for what would be run of a change", "--since main --list --budget 5s", { since: "main", list: true, budget: 5_000 }],
  ])("%s", (_, line, expected) => check(line, expected));

  it.each<[string, string, RegExp]>([
    ["a shard beyond the last", "--shard 5/4", /It takes K\/N, K from 1 to N\./],
    ["shard 0", "--shard 0/4", /It takes K\/N/],
    ["a shard of nothing", "--shard 1", /It takes K\/N/],
    ["a budget without a unit", "--budget 5", /It takes a duration such as 90s/],
    ["no budget", "--budget 0s", /It takes a duration/],
    ["a budget with more behind it", "--budget 5mx", /It takes a duration/],
    ["a budget with more before it", "--budget x5m", /It takes a duration/],
    ["points beyond 100", "--drift 101", /It takes points from 0 to 100/],
    ["points that are none", "--drift five", /It takes points/],
    ["negative points", "--drift=-1", /It takes points/],
    ["--lines-only without --since", "--lines-only", /^--lines-only is for --since alone$/],
    ["--all without --since", "--all", /^--all is for --since alone$/],
    ["--prove without --test", "--prove k", /^--prove KEY and --test FILE go together$/],
    ["--test without --prove", "--test t", /^--prove KEY and --test FILE go together$/],
    ["a key of a change", "--key k --since main --shard 1/2", /^--key is about one mutant, so --since and --shard cannot be$/],
    ["a proof of a list", "--prove k --test t --list", /^--prove is about one mutant, so --list cannot be$/],
    ["a proof that is verified", "--prove k --test t --verify", /^--prove is about one mutant, so --verify cannot be$/],
    ["a key and a proof", "--key k --prove k --test t", /^--key is about one mutant, so --prove cannot be$/],
    ["a shard of a change", "--shard 1/2 --since main", /^--shard shares out the whole/],
    ["drift of a change", "--drift 5 --since main", /^--drift compares whole scores/],
    ["drift of a shard", "--drift 5 --shard 1/2", /^--drift compares whole scores/],
    ["a flag that nobody knows", "--fast", /unknown option '--fast'/],
    ["a word that is no flag", "auth", /too many arguments/],
  ])("refuse %s", (_, line, expected) => checkFault(line, expected));
});
