import { bandOfLayer, layersOf } from "@repo/core-shared/conformance/coverage";
import type { PackageFacts } from "../policy/file-policy.js";
import type { DeclaredDomain } from "./model.js";

/**
 * The layers that manifests declare, and of those that nobody declares the default ones that have a band of their own.
 * @returns them in the order of the packages, and of a manifest's own layers.
 */
export function declaredDomains(packages: readonly PackageFacts[]): DeclaredDomain[] {
  return packages.flatMap((each) => {
    const { manifest } = each;
    if (manifest === null) return [];
    const { layers, bands } = manifest.coverage;
    const names = Object.keys(layersOf(manifest)).filter((name) => layers !== undefined || Object.hasOwn(bands, name));
    return names.map((name) => ({ feature: manifest.name, package: each, name, target: bandOfLayer(name, manifest) }));
  });
}

/**
 * What a plain history calls each: its layer where no other package has one of that name, whether it is a domain there or not,
 * else `<feature>-<layer>`. `overall` is the repository's.
 */
export function plainNames(all: readonly DeclaredDomain[], packages: readonly PackageFacts[]): ReadonlyMap<DeclaredDomain, string> {
  const layers = packages.flatMap(({ manifest }) => (manifest === null ? [] : Object.keys(layersOf(manifest))));
  const isAlone = (name: string) => name !== "overall" && layers.filter((layer) => layer === name).length === 1;
  return new Map(all.map((each) => [each, isAlone(each.name) ? each.name : `${each.feature}-${each.name}`]));
}
