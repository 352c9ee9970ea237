/**
 * @param callee a function that is running now.
 * @returns the path of the file that called it, so that an error can name a manifest that cannot name itself; `manifest` where the engine does not say.
 */
export function callerOf(callee: (...args: never[]) => unknown): string {
  const at: { stack?: string } = {};
  Error.captureStackTrace(at, callee);
  const frame = at.stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "";
  const place = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):\d+:\d+\)?$/.exec(frame)?.[1];
  return place?.replace(/^file:\/\//, "") ?? "manifest";
}
