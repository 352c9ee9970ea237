/** Today's entry in a coverage_trend.json: percentages by domain, and no path of any file. */
import { join, resolve } from "node:path";
import { pctOf, type CoverageMetric, type DomainFigures } from "@repo/coverage-core";
import { addEntry, parsePlainHistory, renderPlainHistory, type PlainEntry } from "@repo/coverage-core/trend";
import { readIfThere, writeAtomically } from "@repo/coverage-io";
import type { Measured } from "../gather/gather-measured.js";
import type { DomainsFlags } from "./parse-flags.js";

export interface RecordRequest {
  readonly flags: DomainsFlags;
  readonly cwd: string;
  readonly metric: CoverageMetric;
  readonly measured: Measured;
  /** What the history calls each domain. */
  readonly nameOf: (home: string, layer: string) => string;
  readonly domains: readonly DomainFigures[];
}

/** @returns the file as it was named; null where none was. @throws BandlineError HISTORY_MALFORMED, or IoError FILE_UNWRITABLE. */
export async function recordHistory({ flags: { record, snapshots }, cwd, ...told }: RecordRequest): Promise<string | null> {
  if (record === undefined) return null;
  const path = resolve(cwd, record);
  const before = (await readIfThere(path))?.toString("utf8");
  const history = before === undefined ? { coverage_history: [] } : parsePlainHistory(before, record);
  const today = new Date().toISOString().slice(0, 10);
  const text = renderPlainHistory(addEntry(history, entryOf(today, told), targetsOf(told)));
  await writeAtomically(path, text);
  if (snapshots !== undefined) await writeAtomically(join(resolve(cwd, snapshots), `coverage_trend-${today}.json`), text);
  return record;
}

type Told = Pick<RecordRequest, "metric" | "measured" | "nameOf" | "domains">;

function entryOf(date: string, { metric, measured, nameOf, domains }: Told): PlainEntry {
  const percents = domains.flatMap(({ package: home, name, current }) =>
    current === null ? [] : [[`${nameOf(home, name)}_percent`, current] as const],
  );
  // As the summary has it.
  const counted = measured.files.map(({ counts }) => counts[metric]);
  const [covered, total] = (["covered", "total"] as const).map((key) => counted.reduce((sum, each) => sum + each[key], 0));
  const ran = [...measured.tests.values()].reduce((sum, { count }) => sum + count, 0);
  return {
    date,
    commit: measured.commit,
    overall_percent: pctOf(covered as number, total as number),
    ...Object.fromEntries(percents),
    ...(measured.tests.size === 0 ? {} : { test_count: ran }),
    // Figures of another provider are never compared with these.
    provider: measured.merged.provider,
  };
}

function targetsOf({ metric, measured, nameOf, domains }: Told): Record<string, number> {
  const overall = measured.policy.repo?.band?.[metric];
  return {
    ...(overall === undefined ? {} : { overall }),
    ...Object.fromEntries(domains.map(({ package: home, name, target }) => [nameOf(home, name), target])),
  };
}
