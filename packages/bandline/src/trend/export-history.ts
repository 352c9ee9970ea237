/** `--format coverage-trend=FILE`: the points in the plain history format, beside what the file says already. */
import { bandOfLayer } from "@repo/core-shared/conformance/coverage";
import type { TrendPoint } from "@repo/coverage-core";
import { addEntries, entryOfPoint, parsePlainHistory, renderPlainHistory, type PlainTargets } from "@repo/coverage-core/trend";
import { readIfThere, writeAtomically } from "@repo/coverage-io";
import type { LoadedPolicy } from "../gather/load-policy.js";
import { domainsOf } from "./name-layers.js";

export interface ExportedHistory {
  readonly points: readonly TrendPoint[];
  readonly policy: () => Promise<LoadedPolicy>;
}

/** @param name the file's, as it was given. @throws BandlineError HISTORY_MALFORMED where the file is there and is no such history: it is left as it is. */
export async function exportHistory(path: string, name: string, { points, policy }: ExportedHistory): Promise<void> {
  const text = (await readIfThere(path))?.toString("utf8");
  const before = text === undefined ? { coverage_history: [] } : parsePlainHistory(text, name);
  const { packages, repo } = await policy();
  const domains = domainsOf(packages, points);
  const entries = points.map((point) => entryOfPoint(point, domains));
  const isTold = (domain: string) => entries.some((entry) => Object.hasOwn(entry, `${domain}_percent`));
  const targets: PlainTargets = {
    ...(repo?.band === undefined ? {} : { overall: repo.band.lines }),
    ...Object.fromEntries(
      domains.flatMap(({ name: domain, package: home, layer }) => {
        const manifest = packages.find((each) => each.name === home)?.manifest ?? null;
        return manifest === null || !isTold(domain) ? [] : [[domain, bandOfLayer(layer, manifest).lines]];
      }),
    ),
  };
  await writeAtomically(path, renderPlainHistory(addEntries(before, entries, targets)));
}
