import { CONFORMANCE_RULES, type ConformanceRuleId } from "@repo/coverage-core";
import type { Command } from "commander";
import { formatParser, type FormatRequest } from "../command/formats.js";
import { nameParser } from "../command/known-names.js";
import { collect } from "../command/parse-args.js";

export interface ConformanceFlags {
  readonly rule?: readonly ConformanceRuleId[];
  readonly list?: boolean;
  readonly exitZero?: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest<"json" | "human" | "github">[];
}

export function defineConformance(command: Command): Command {
  return command
    .description("Hold the static rules: what stays right only where nobody copies it, forgets it or goes around it.")
    .option("--rule <id...>", "these rules alone; repeatable", collect(nameParser(CONFORMANCE_RULES)))
    .option("--list", "say what each rule holds, and judge nothing")
    .option("--exit-zero", "exit 0 where a rule fails; the JSON still says 1")
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no summary for people on stderr")
    .option("--format <name[=file]>", "json, human or github; repeatable", collect(formatParser("github")));
}
