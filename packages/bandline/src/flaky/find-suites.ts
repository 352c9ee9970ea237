/** The packages whose tests vitest runs, and how it is asked to. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { byText } from "@repo/coverage-core";
import { findVitest, knowsTag } from "@repo/coverage-io/vitest";
import { usageError } from "../command/parse-args.js";
import { choosePackages } from "../gather/choose-packages.js";
import { loadPolicy } from "../gather/load-policy.js";
import { leavesOutSlow, SLOW_LEFT_OUT } from "../test.js";
import type { FlakyIo } from "../flaky.js";
import { inParallel } from "./in-parallel.js";
import type { FlakyFlags } from "./parse-flags.js";

/** One package's tests. */
export interface Suite {
  readonly name: string;
  /** Relative to the repository's root; "" for the root. */
  readonly folder: string;
  /** Absolute. */
  readonly packageRoot: string;
  readonly program: string;
  /** Arguments of every run, without the seed. */
  readonly args: readonly string[];
  /** Of these, the options that hold for one file as well. */
  readonly options: readonly string[];
}

export interface SuitesRequest {
  /** Absolute: the repository's. */
  readonly root: string;
  readonly flags: FlakyFlags;
  /** Further arguments for vitest. */
  readonly rest: readonly string[];
  readonly io: FlakyIo;
}

/** @returns by name. @throws BandlineError USAGE for a filter that no package with vitest answers to. */
export async function findSuites({ root, flags, rest, io }: SuitesRequest): Promise<Suite[]> {
  const { packages } = await loadPolicy(root);
  const { filter = [], includeSlow = false } = flags;
  const chosen = [...choosePackages("test:flaky", filter, packages)].sort((a, b) => byText(a.name, b.name));
  const found = chosen.flatMap(({ name, folder }) => {
    const packageRoot = join(root, folder);
    const program = findVitest(packageRoot);
    return program === undefined ? [] : [{ name, folder, packageRoot, program }];
  });
  if (filter.length > 0 && found.length === 0) {
    throw usageError("test:flaky", `vitest is not installed in ${chosen.map(({ name }) => name).join(", ")}`);
  }
  const isQuick = !includeSlow && leavesOutSlow(rest);
  return inParallel(found, availableParallelism(), async (suite) => {
    const hasSlow = isQuick && (await knowsTag({ ...suite, env: io.env, signal: io.signal }, "slow"));
    const own = [...defaultsBeside(rest), ...(hasSlow ? [SLOW_LEFT_OUT] : [])];
    return { ...suite, args: [...rest, ...own], options: [...optionsIn(rest), ...own] };
  });
}

/** A test that is tried again until it passes hides what is looked for, and one failure must not keep others from running. */
const DEFAULTS = ["--retry=0", "--bail=0", "--passWithNoTests", "--coverage.enabled=false"];

function defaultsBeside(rest: readonly string[]): string[] {
  const isStated = (name: string) => rest.some((arg) => arg === name || arg.startsWith(`${name}=`) || arg.startsWith(`${name}.`));
  return DEFAULTS.filter((arg) => !isStated(arg.replace(/[.=].*/, "")));
}

/** Neither files nor names of tests, and no option whose value stands apart: nobody knows which of the two it belongs to. */
function optionsIn(rest: readonly string[]): string[] {
  return rest.filter((arg, at) => arg.startsWith("--") && (arg.includes("=") || rest[at + 1]?.startsWith("-") !== false));
}
