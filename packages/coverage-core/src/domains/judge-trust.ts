/** What speaks against a domain's figures: a report of another text, or none. */
import type { Problem } from "../contract/common.js";
import type { CoverageMetric } from "../contract/names.js";
import type { DomainFile } from "./judge-domain.js";
import type { DeclaredDomain } from "./model.js";
import { runCommand } from "./run-command.js";

export interface TrustInput {
  readonly domain: DeclaredDomain;
  readonly metric: CoverageMetric;
  /** Of the reports; as all that follow, without those that are exempt. */
  readonly files: readonly DomainFile[];
  /** Files of the reports that are not on disk. */
  readonly gone: ReadonlySet<string>;
  /** Files whose report was made from another text. */
  readonly stale: ReadonlySet<string>;
  /** Files of the repository that could run, and that no report speaks of. */
  readonly unmeasured: readonly string[];
  /** Whether any file of the package has something of the metric. */
  readonly knowsMetric: boolean;
}

/** @returns nothing where the figures can be relied on. */
export function judgeTrust({ domain, metric, files, gone, stale, unmeasured, knowsMetric }: TrustInput): Problem[] {
  const measured = files.map(({ file }) => file);
  const problem = (code: string, about: readonly string[], what: string, more = ""): Problem[] =>
    about.slice(0, 1).map((first) => ({
      code,
      message: `${domain.feature}/${domain.name}: ${what}: ${listed(about)}`,
      hint: `${runCommand(domain.package, first)}${more}`,
    }));
  const isBlind = !knowsMetric && files.some(({ counts }) => counts.lines.total > 0);
  return [
    ...problem(
      "REPORT_STALE",
      measured.filter((file) => gone.has(file)),
      "the report speaks of what is not there",
    ),
    ...problem(
      "REPORT_STALE",
      measured.filter((file) => stale.has(file) && !gone.has(file)),
      "the report was made from another text",
    ),
    ...problem(
      "DOMAIN_UNMEASURED",
      unmeasured,
      `${unmeasured.length} source ${unmeasured.length === 1 ? "file is" : "files are"} in no report`,
      LIST_ALL,
    ),
    ...problem(
      "METRIC_UNMEASURED",
      isBlind ? measured : [],
      `no report counts ${metric} of ${domain.package.name}`,
      "; or ask for another --metric",
    ),
  ];
}

const LIST_ALL = "; let the report list files that no test loads, too (vitest: coverage.include; coverage.py: source)";

const MOST_NAMED = 3;

/** Names, and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
