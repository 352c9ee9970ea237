/** Every domain that is asked for: its figures, what speaks against them, and what to do next. */
import type { Problem } from "../contract/common.js";
import type { DomainFigures } from "../contract/domains.js";
import type { CoverageMetric } from "../contract/names.js";
import type { FilePolicy } from "../policy/file-policy.js";
import { judgeDomain, type DomainFile } from "./judge-domain.js";
import { judgeTrust } from "./judge-trust.js";
import type { DeclaredDomain } from "./model.js";
import { runCommand } from "./run-command.js";

export interface DomainsInput {
  readonly domains: readonly DeclaredDomain[];
  readonly metric: CoverageMetric;
  /** Every file of the reports. */
  readonly files: readonly (DomainFile & { readonly policy: FilePolicy })[];
  /** Files of the reports that are not on disk. */
  readonly gone: ReadonlySet<string>;
  /** Files whose report was made from another text. */
  readonly stale: ReadonlySet<string>;
  /** By domain, files that could run and that no report speaks of. */
  readonly unmeasured: ReadonlyMap<DeclaredDomain, readonly string[]>;
  readonly baselineOf: (domain: DeclaredDomain) => number | null;
  readonly limit: number;
}

export interface JudgedDomain {
  readonly domain: DeclaredDomain;
  readonly figures: DomainFigures;
  /** Nothing where the figures can be relied on. */
  readonly problems: readonly Problem[];
}

export function judgeDomains({ domains, metric, files, unmeasured, baselineOf, limit, ...known }: DomainsInput): JudgedDomain[] {
  const gated = files.filter(({ policy }) => policy.exempt === null);
  return domains.map((domain) => {
    const ofPackage = gated.filter(({ policy }) => policy.package?.name === domain.package.name);
    const own = ofPackage.filter(({ policy }) => policy.layer === domain.name);
    const knowsMetric = ofPackage.some(({ counts }) => counts[metric].total > 0);
    return {
      domain,
      figures: judgeDomain({ domain, metric, files: own, baseline: baselineOf(domain), limit }),
      problems: judgeTrust({ ...known, domain, metric, files: own, unmeasured: unmeasured.get(domain) ?? [], knowsMetric }),
    };
  });
}

/** What to cover, domain by domain, and then the commands that measure again. */
export function domainActions(judged: readonly JudgedDomain[], metric: CoverageMetric): string[] {
  const open = judged.flatMap(({ domain, figures: { closers, missing, feature, name } }) =>
    closers.slice(0, 1).map(({ file }) => ({
      what: `cover ${missing} more ${metric} in ${feature}/${name}, first in ${file}`,
      command: `then: ${runCommand(domain.package, file)}`,
    })),
  );
  return [...open.map(({ what }) => what), ...new Set(open.map(({ command }) => command))];
}
