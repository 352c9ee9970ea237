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
