import picomatch from "picomatch";

type Matcher = (path: string) => boolean;

/** Globs stand in constants and manifests, so the array itself is the key: a gate asks the same list for thousands of files. */
const compiled = new WeakMap<readonly string[], Matcher>();

/**
 * @param globs picomatch globs, `/` as separator, relative to the folder that the paths are relative to. Not to be changed later.
 * @returns a test of one path; dot files match, and no glob at all matches nothing. Throws nothing.
 */
export function matcherOf(globs: readonly string[]): Matcher {
  const known = compiled.get(globs);
  if (known !== undefined) return known;
  const matcher: Matcher = globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
  compiled.set(globs, matcher);
  return matcher;
}
