/** The names that a plain history gives to layers. */
export interface LayerOfFeature {
  /** The package's name. */
  readonly package: string;
  /** The feature's name, as its manifest says. */
  readonly feature: string;
  readonly layer: string;
  /** Whether a manifest names it: what nobody declares takes no name away from it. */
  readonly isDeclared: boolean;
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
  const declared = layers.filter(({ isDeclared }) => isDeclared);
  const isAlone = (each: LayerOfFeature, nameOf: (each: LayerOfFeature) => string) => {
    const among = each.isDeclared ? declared : layers;
    return nameOf(each) !== OVERALL && among.filter((other) => nameOf(other) === nameOf(each)).length === 1;
  };
  return layers.map((each) => {
    const nameOf = isAlone(each, plain) ? plain : isAlone(each, ofFeature) ? ofFeature : ofPackage;
    return { name: nameOf(each), package: each.package, layer: each.layer };
  });
}

/** What a package without a manifest is called: `@repo/auth` is auth. */
export function featureOfPackage(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
