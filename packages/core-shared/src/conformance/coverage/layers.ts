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

type Matcher = (path: string) => boolean;

const matchers = new WeakMap<readonly string[], Matcher>();

function beginsAtAnyFolder(globs: readonly string[]): Matcher {
  const known = matchers.get(globs);
  if (known !== undefined) return known;
  const matches = matcherOf(globs.flatMap((glob) => [glob, `**/${glob}`]));
  const folders = globs.map(plainFoldersOf);
  // Most files are in no layer, and a summary asks for all of them: the globs are the slower question.
  const matcher: Matcher = (path) => folders.some((folder) => path.includes(folder)) && matches(path);
  matchers.set(globs, matcher);
  return matcher;
}

/** The plain folders that a glob begins with, which stand in every path that it matches: `src/entities` of `src/entities/**`. */
function plainFoldersOf(glob: string): string {
  return /^[\w-]+(?:\/[\w-]+)*(?=\/)/.exec(glob)?.[0] ?? "";
}
