/** Layers: named parts of a feature. A file belongs to the first layer, in the order of declaration, with a glob that matches it. */
import { matcherOf } from "./globs.js";

/** Layer name → globs, relative to the package's root. */
export type Layers = Readonly<Record<string, readonly string[]>>;

export const DEFAULT_LAYERS = {
  entities: ["src/entities/**"],
  "use-cases": ["src/application/use-cases/**"],
  controllers: ["src/interface-adapters/controllers/**"],
} as const satisfies Layers;

/** @returns the globs that `layers` itself states for a layer, so a layer called `constructor` is no surprise; none for an unknown one. */
export function globsOfLayer(layer: string, layers: Layers): readonly string[] {
  return (Object.hasOwn(layers, layer) ? layers[layer] : undefined) ?? NO_GLOBS;
}

const NO_GLOBS: readonly string[] = [];

/** The layer of every file that no other layer claims. */
export const BASELINE_LAYER = "baseline";

/**
 * @param path relative to the package's root, or to the repository's: a glob may begin at any folder of the path.
 * @returns the layer's name, or `baseline`. Throws nothing.
 */
export function layerOf(path: string, layers: Layers = DEFAULT_LAYERS): string {
  return Object.keys(layers).find((name) => beginsAtAnyFolder(globsOfLayer(name, layers))(path)) ?? BASELINE_LAYER;
}

const widened = new WeakMap<readonly string[], readonly string[]>();

function beginsAtAnyFolder(globs: readonly string[]): (path: string) => boolean {
  const wide = widened.get(globs) ?? globs.flatMap((glob) => [glob, `**/${glob}`]);
  widened.set(globs, wide);
  return matcherOf(wide);
}
