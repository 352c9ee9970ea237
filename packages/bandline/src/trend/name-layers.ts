import type { PackageFacts, TrendPoint } from "@repo/coverage-core";
import { featureOfPackage, nameDomains, type Domain } from "@repo/coverage-core/trend";
import { BASELINE_LAYER, layersOf } from "@repo/core-shared/conformance/coverage";

/** The domains of everything that a manifest declares, and of every layer that a point has, so that a name means the same from the first entry to the last. */
export function domainsOf(packages: readonly PackageFacts[], points: readonly TrendPoint[]): Domain[] {
  const features = new Map(packages.map(({ name, manifest }) => [name, manifest?.name ?? featureOfPackage(name)]));
  const found = new Map<string, { package: string; layer: string; isDeclared: boolean }>();
  const add = (home: string, layer: string, isDeclared: boolean) => {
    const key = JSON.stringify([home, layer]);
    if (!found.has(key)) found.set(key, { package: home, layer, isDeclared });
  };
  for (const { name, manifest } of packages) {
    for (const layer of manifest === null ? [] : [BASELINE_LAYER, ...Object.keys(layersOf(manifest))]) add(name, layer, true);
  }
  for (const { byPackage } of points) {
    for (const [name, { byLayer }] of Object.entries(byPackage)) for (const layer of Object.keys(byLayer)) add(name, layer, false);
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return nameDomains(sorted.map((each) => ({ ...each, feature: features.get(each.package) ?? featureOfPackage(each.package) })));
}

/** What a plain history calls a layer; one that `domainsOf` did not hear of keeps its own name. */
export function nameIn(domains: readonly Domain[], home: string, layer: string): string {
  return domains.find((each) => each.package === home && each.layer === layer)?.name ?? layer;
}
