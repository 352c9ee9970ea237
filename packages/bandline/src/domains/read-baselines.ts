/** Where each domain began. */
import { resolve } from "node:path";
import { BandlineError, EXIT, type CoverageMetric } from "@repo/coverage-core";
import type { DeclaredDomain } from "@repo/coverage-core/domains";
import { isPercent, parsePlainHistory, parseSnapshot, type Snapshot } from "@repo/coverage-core/trend";
import { readHistory, readIfThere, type Repository } from "@repo/coverage-io";
import type { Measured } from "../gather/gather-measured.js";
import { SUMMARY } from "../trend/gather-points.js";
import type { DomainsFlags } from "./parse-flags.js";

export interface BaselinesRequest {
  readonly flags: DomainsFlags;
  readonly cwd: string;
  readonly metric: CoverageMetric;
  readonly measured: Measured;
  /** What a plain history calls each domain. */
  readonly nameOf: (home: string, layer: string) => string;
}

type BaselineOf = (domain: DeclaredDomain) => number | null;

/**
 * From `--history`, else from what `--record` adds to, else from the committed summaries.
 * @throws BandlineError HISTORY_MISSING or HISTORY_MALFORMED, exit 3.
 */
export async function readBaselines({ flags: { history, record }, cwd, metric, measured, nameOf }: BaselinesRequest): Promise<BaselineOf> {
  const text = await historyText(history, record, cwd);
  if (text === undefined) return firstSummary(measured, metric);
  const { coverage_history: entries } = parsePlainHistory(text, history ?? record ?? "");
  return (domain) => {
    const key = `${nameOf(domain.package.name, domain.name)}_percent`;
    const comparable = entries.filter(({ provider = measured.merged.provider }) => provider === measured.merged.provider);
    return comparable.map((entry) => entry[key]).find(isPercent) ?? null;
  };
}

async function historyText(history: string | undefined, record: string | undefined, cwd: string): Promise<string | undefined> {
  const path = history ?? record;
  const text = path === undefined ? undefined : (await readIfThere(resolve(cwd, path)))?.toString("utf8");
  if (text !== undefined || history === undefined) return text;
  throw new BandlineError({
    code: "HISTORY_MISSING",
    message: `there is no file ${history}`,
    hint: "name a coverage_trend.json, or make one: pnpm coverage:domains --record FILE",
    exitCode: EXIT.data,
  });
}

/** The first committed summary that knows the domain, of this provider: another's is no beginning of these figures. */
async function firstSummary({ repository, merged: { provider } }: Measured, metric: CoverageMetric): Promise<BaselineOf> {
  const snapshots = (await committedSnapshots(repository)).filter((each) => each.provider === provider);
  return (domain) => {
    const figures = snapshots.map(({ byPackage }) => byPackage[domain.package.name]?.byLayer[domain.name]?.[metric].pct);
    return figures.find(isPercent) ?? null;
  };
}

/** Oldest first. Where a clone is cut off, nobody knows what the first was. */
async function committedSnapshots({ root, git, head }: Repository): Promise<Snapshot[]> {
  if ((await git.ask("rev-parse", "--is-shallow-repository"))?.trim() !== "false") return [];
  const { entries } = await readHistory(root, (await head()).sha, SUMMARY, parseSnapshot);
  return entries.flatMap(({ value }) => (value === undefined || typeof value === "string" ? [] : [value]));
}
