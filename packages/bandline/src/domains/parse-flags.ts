import { COVERAGE_METRICS, type CoverageMetric } from "@repo/coverage-core";
import type { Command } from "commander";
import { parseFormat, type FormatRequest } from "../command/formats.js";
import { nameParser } from "../command/known-names.js";
import { collect, parseLimit, usageError } from "../command/parse-args.js";

export interface DomainsFlags {
  readonly input?: readonly string[];
  readonly tests?: readonly string[];
  readonly package?: readonly string[];
  readonly layer?: readonly string[];
  readonly metric?: CoverageMetric;
  readonly history?: string;
  readonly record?: string;
  readonly snapshots?: string;
  readonly limit?: number;
  readonly exitZero?: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest[];
}

export function defineDomains(command: Command): Command {
  return command
    .description("Say of each layer that a manifest names where it stands, how far its target is, and which files close the gap.")
    .option("--input <file|glob>", "a report; repeatable; default: the reports of every package", collect(String))
    .option("--tests <file|glob>", "a test report; repeatable; default: what lies beside the reports", collect(String))
    .option("--package <name>", "of this package or feature alone; repeatable", collect(String))
    .option("--layer <name>", "this domain alone; repeatable", collect(String))
    .option("--metric <name>", `${COVERAGE_METRICS.join(", ")} (default: lines)`, nameParser(COVERAGE_METRICS))
    .option("--history <file>", "a coverage_trend.json that says where each domain began")
    .option("--record <file>", "add today's entry to a coverage_trend.json")
    .option("--snapshots <dir>", "with --record: keep a dated copy of it there")
    .option("--limit <n>", "files that are listed for a domain (default: 5)", parseLimit)
    .option("--exit-zero", "exit 0 below a target; the JSON still says 1")
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no summary for people on stderr")
    .option("--format <name[=file]>", "json or human; repeatable", collect(parseFormat));
}

/** @throws BandlineError USAGE for flags that do not go together. */
export function assertFit({ record, snapshots, history, metric = "lines", package: packages, layer }: DomainsFlags): void {
  if ((record ?? history) !== undefined && metric !== "lines")
    throw usageError(
      "coverage:domains",
      `a coverage_trend.json holds lines alone: leave --metric ${metric}, or --record and --history, out`,
    );
  if (snapshots !== undefined && record === undefined)
    throw usageError("coverage:domains", "--snapshots copies what --record writes, so it needs --record FILE");
  if (record !== undefined && (packages ?? layer) !== undefined)
    throw usageError("coverage:domains", "--record writes one entry of all domains: leave --package and --layer out");
}
