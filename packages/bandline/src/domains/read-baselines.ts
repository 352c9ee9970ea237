/** Where each domain began. */
import { resolve } from "node:path";
import { BandlineError, EXIT, asRepoPath, jsonOf, type CoverageMetric, type RepoPath, type SummaryDocument } from "@repo/coverage-core";
import type { DeclaredDomain } from "@repo/coverage-core/domains";
import { isPercent, parsePlainHistory } from "@repo/coverage-core/trend";
import { readIfThere, readTextsAt, type Repository } from "@repo/coverage-io";
import type { Measured } from "../gather/gather-measured.js";
import type { DomainsFlags } from "./parse-flags.js";

export interface BaselinesRequest {
  readonly flags: DomainsFlags;
  readonly cwd: string;
  readonly metric: CoverageMetric;
  readonly measured: Measured;
  /** What a plain history calls each domain. */
  readonly names: ReadonlyMap<DeclaredDomain, string>;
}

type BaselineOf = (domain: DeclaredDomain) => number | null;

/**
 * From `--history`, else from what `--record` adds to, else from the first committed summary.
 * @throws BandlineError HISTORY_MISSING or HISTORY_MALFORMED, exit 3.
 */
export async function readBaselines({ flags: { history, record }, cwd, metric, measured, names }: BaselinesRequest): Promise<BaselineOf> {
  const text = await historyText(history, record, cwd);
  if (text === undefined) return firstSummary(measured, metric);
  const { coverage_history: entries } = parsePlainHistory(text, history ?? record ?? "");
  return (domain) => {
    const key = `${names.get(domain) ?? domain.name}_percent`;
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

const SUMMARY: RepoPath = asRepoPath("coverage/summary.json");

/** Of another provider it is no beginning of these figures. */
async function firstSummary({ repository, merged: { provider } }: Measured, metric: CoverageMetric): Promise<BaselineOf> {
  const first = await firstCommitOf(repository);
  const text = first === undefined ? undefined : (await readTextsAt(repository.root, first, [SUMMARY])).get(SUMMARY);
  const summary = jsonOf(text ?? "") as Partial<SummaryDocument> | undefined;
  if (summary?.provider !== provider) return () => null;
  return (domain) => {
    const pct = summary.byPackage?.[domain.package.name]?.byLayer[domain.name]?.[metric].pct;
    return isPercent(pct) ? pct : null;
  };
}

/** A clone that is cut off does not have it. */
async function firstCommitOf({ git }: Repository): Promise<string | undefined> {
  if ((await git.ask("rev-parse", "--is-shallow-repository"))?.trim() !== "false") return undefined;
  const added = await git.run("log", "--diff-filter=A", "--format=%H", "--", SUMMARY);
  return added.trim().split("\n").at(-1) || undefined;
}
