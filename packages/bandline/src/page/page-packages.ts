import { BASELINE_LAYER, bandOfLayer, type CoverageBand } from "@repo/core-shared/conformance/coverage";
import { NO_PACKAGE, totalsOf, type PackageFacts, type SummaryDocument } from "@repo/coverage-core";
import type { PageFile, PagePackage } from "@repo/coverage-core/page";
import type { Measured, MeasuredFile } from "../gather/gather-measured.js";

/** Each package of the summary, with the bands that hold there, and its files. */
export function pagePackages({ files, stale, policy, tests }: Measured, { byPackage }: Pick<SummaryDocument, "byPackage">): PagePackage[] {
  const isStale = new Set(stale);
  const filesOf = new Map<string, PageFile[]>();
  for (const each of files) {
    const home = each.policy.package?.name ?? NO_PACKAGE;
    const known = filesOf.get(home);
    const file = pageFile(each, isStale.has(each.file));
    if (known === undefined) filesOf.set(home, [file]);
    else known.push(file);
  }
  const factsOf = new Map(policy.packages.map((each) => [each.name, each]));
  return Object.entries(byPackage).map(([name, { byLayer, statements, branches, functions, lines }]) => {
    const bandIn = (layer: string) => bandFor(factsOf.get(name), layer);
    return {
      name,
      totals: { statements, branches, functions, lines },
      band: bandIn(BASELINE_LAYER),
      layers: Object.entries(byLayer).map(([layer, of]) => ({ name: layer, totals: of, band: bandIn(layer) })),
      tests: tests.get(name) ?? null,
      files: filesOf.get(name) ?? [],
    };
  });
}

function bandFor(facts: PackageFacts | undefined, layer: string): CoverageBand {
  return facts?.manifest == null ? bandOfLayer(layer) : bandOfLayer(layer, facts.manifest);
}

function pageFile({ file, policy: { layer, band, exempt }, counts }: MeasuredFile, isStale: boolean): PageFile {
  return { file, layer, band, totals: totalsOf(counts), isStale, exempt: exempt?.id ?? null };
}
