/** The command line of `coverage:trend`. */
import { TREND_METRICS, type TrendMetric } from "@repo/coverage-core";
import type { Command } from "commander";
import { formatParser, type FormatRequest } from "../command/formats.js";
import { nameParser } from "../command/known-names.js";
import { collect, parseLimit, parsePoints, usageError } from "../command/parse-args.js";

export interface TrendFlags {
  readonly since?: string;
  readonly package?: readonly string[];
  readonly layer?: readonly string[];
  readonly metric?: readonly TrendMetric[];
  readonly history?: string;
  readonly ref?: string;
  readonly failOnDrop?: number;
  readonly ratchet?: boolean;
  readonly limit?: number;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest<"json" | "human" | "coverage-trend">[];
  readonly exitZero?: boolean;
}

export function defineTrend(command: Command): Command {
  return command
    .description("How coverage moved, from the commits of coverage/summary.json, and which change did it.")
    .option("--since <date|ref>", "the points since a commit, or a date: 2026-05-13, 90d, 12w, 6m, 1y, 3 months ago")
    .option("--package <name>", "this package alone; repeatable", collect(String))
    .option("--layer <name>", "layers of this name alone; repeatable", collect(String))
    .option("--metric <name>", `${TREND_METRICS.join(", ")}; repeatable`, collect(nameParser(TREND_METRICS)))
    .option("--history <file>", "read summaries, one a line, or a coverage_trend.json instead of the commits")
    .option("--ref <ref>", "the git branch or commit whose history is read (default: HEAD)")
    .option("--fail-on-drop <points>", "fail where a figure of the last point is lower by more than this than the one before", parsePoints)
    .option("--ratchet", "raise the bands of manifests to what the last point reached, in whole percents; never lower")
    .option("--limit <n>", "show the latest points alone", parseLimit)
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no summary for people on stderr")
    .option("--format <name[=file]>", "json, human or coverage-trend=file; repeatable", collect(formatParser("coverage-trend")))
    .option("--exit-zero", "exit 0 also where the gate fails; the JSON still says so");
}

/** @throws BandlineError USAGE for flags that do not go together. */
export function assertFit({ failOnDrop, metric = [] }: TrendFlags): void {
  const isOfTests = (name: TrendMetric) => name === "tests" || name === "test-time";
  if (failOnDrop !== undefined && metric.length > 0 && metric.every(isOfTests))
    throw usageError("coverage:trend", `--fail-on-drop is about coverage, and --metric ${metric.join(" --metric ")} leaves none of it`);
}
