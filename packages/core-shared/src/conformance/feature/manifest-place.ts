/** Where manifests were defined: a manifest cannot name its own file, and whoever looks for its package's reports has to know it. */
const places = new WeakMap<object, string>();

/** @param file as `callerOf` gives it. */
export function rememberPlace(manifest: object, file: string): void {
  places.set(manifest, file);
}

/** @returns the path of the file that called `defineFeature`, of a build as a rule; undefined for another object, or where the engine did not say. */
export function placeOf(manifest: object): string | undefined {
  const file = places.get(manifest);
  return file === "manifest" ? undefined : file;
}
