/** The names that a plain history gives to layers. */
import { groupBy } from "../group-by.js";

export interface LayerOfFeature {
  /** The package's name. */
  readonly package: string;
  /** The feature's name, as its manifest says. */
  readonly feature: string;
  readonly layer: string;
}

export interface Domain {
  /** As in `<name>_percent`. */
  readonly name: string;
  readonly package: string;
  readonly layer: string;
}

/** Means the repository in a plain history. */
const OVERALL = "overall";

/** @returns a domain for each layer: its own name where one package has it, else `<feature>-<layer>`, and where features share a name, the package's. */
export function nameDomains(layers: readonly LayerOfFeature[]): Domain[] {
  const plain = ({ layer }: LayerOfFeature) => layer;
  const ofFeature = ({ feature, layer }: LayerOfFeature) => `${feature}-${layer}`;
  const ofPackage = ({ package: name, layer }: LayerOfFeature) => `${name}-${layer}`;
  const timesOf = (nameOf: (each: LayerOfFeature) => string) => groupBy(layers, nameOf);
  const [asPlain, asFeature] = [timesOf(plain), timesOf(ofFeature)];
  const isAlone = (groups: ReadonlyMap<string, unknown[]>, name: string) => groups.get(name)?.length === 1 && name !== OVERALL;
  return layers.map((each) => {
    const nameOf = isAlone(asPlain, plain(each)) ? plain : isAlone(asFeature, ofFeature(each)) ? ofFeature : ofPackage;
    return { name: nameOf(each), package: each.package, layer: each.layer };
  });
}

/** What a package without a manifest is called: `@repo/auth` is auth. */
export function featureOfPackage(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
