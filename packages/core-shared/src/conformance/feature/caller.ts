/**
 * @param callee a function that is running now.
 * @returns the path of the file that called it, so that an error can name a manifest that cannot name itself; `manifest` where the engine does not say.
 */
export function callerOf(callee: (...args: never[]) => unknown): string {
  const at: { stack?: string } = {};
  Error.captureStackTrace(at, callee);
  const frame = at.stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "";
  const [, inBrackets, bare] = /^\s*at (?:.*? \((.+)\)|(.+))$/.exec(frame) ?? [];
  const [, place] = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).+):\d+:\d+$/.exec(inBrackets ?? bare ?? "") ?? [];
  return place === undefined ? "manifest" : pathOf(place);
}

/** An ES module's place is a URL, in which a space is `%20`. */
function pathOf(place: string): string {
  return place.startsWith("file://") ? decodeURIComponent(new URL(place).pathname) : place;
}
