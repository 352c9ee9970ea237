/** Entries of a plain history ↔ points. Of lines alone, and without counts: nothing more is in it. */
import type { PointTotals, TrendPoint } from "../contract/trend.js";
import { momentOf } from "./moment-of.js";
import type { Domain } from "./name-domains.js";
import { isPercent, type PlainEntry } from "./plain-history.js";

/** What an entry says that names no provider: it is compared with others of that kind alone. */
const UNKNOWN_PROVIDER = "unknown";

/** @param domains where a domain is a layer of; one that nobody knows is a package of its name. */
export function pointOfEntry(entry: PlainEntry, domains: readonly Domain[]): TrendPoint {
  const { date, commit, overall_percent: overall, test_count: count, provider } = entry;
  return {
    commit: commit ?? null,
    subject: null,
    measured: commit ?? date,
    at: momentOf(date) as string,
    provider: typeof provider === "string" ? provider : UNKNOWN_PROVIDER,
    source: "file",
    repo: linesAlone(overall),
    ...(count === undefined ? {} : { tests: { count, durationMs: null } }),
    byPackage: packagesOf(entry, domains),
  };
}

function packagesOf(entry: PlainEntry, domains: readonly Domain[]): TrendPoint["byPackage"] {
  const packages = new Map<string, TrendPoint["byPackage"][string]>();
  for (const [field, percent] of Object.entries(entry)) {
    const name = /^(.+)_percent$/.exec(field)?.[1];
    if (name === undefined || name === "overall" || !isPercent(percent)) continue;
    const domain = domains.find((each) => each.name === name);
    const home = domain?.package ?? name;
    const { byLayer, ...totals } = packages.get(home) ?? { ...linesAlone(null), byLayer: {} };
    if (domain === undefined) packages.set(home, { ...linesAlone(percent), byLayer });
    else packages.set(home, { ...totals, byLayer: { ...byLayer, [domain.layer]: linesAlone(percent) } });
  }
  return Object.fromEntries(packages);
}

function linesAlone(pct: number | null): PointTotals {
  const unknown = { covered: null, total: null, pct: null };
  return { statements: unknown, branches: unknown, functions: unknown, lines: { ...unknown, pct } };
}

/** The commit is the one that was measured; the day is that of the point. */
export function entryOfPoint({ at, measured, provider, repo, tests, byPackage }: TrendPoint, domains: readonly Domain[]): PlainEntry {
  const percents = domains.flatMap(({ name, package: home, layer }) => {
    const layers = Object.hasOwn(byPackage, home) ? byPackage[home]?.byLayer : undefined;
    const pct = layers !== undefined && Object.hasOwn(layers, layer) ? layers[layer]?.lines.pct : undefined;
    return pct === undefined || pct === null ? [] : [[`${name}_percent`, pct] as const];
  });
  return {
    date: at.slice(0, "2026-05-13".length),
    // The date of an entry that named none stood in its place.
    ...(momentOf(measured) === null ? { commit: measured } : {}),
    overall_percent: repo.lines.pct,
    ...Object.fromEntries(percents),
    ...(tests === undefined ? {} : { test_count: tests.count }),
    ...(provider === UNKNOWN_PROVIDER ? {} : { provider }),
  };
}
