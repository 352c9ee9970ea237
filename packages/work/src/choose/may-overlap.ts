/** Whether two stories can touch the same file. Where that is not certain, the answer is yes. */
import picomatch from "picomatch";

/** What of an item says how far it reaches. */
export interface Reach {
  readonly touches: readonly string[];
  readonly isolation: "isolated" | "module" | "shared" | "global";
}

/** A story that does not say what it touches may touch anything, unless it says that it is isolated. */
export function mayOverlap(a: Reach, b: Reach): boolean {
  if (a.isolation === "global" || b.isolation === "global") return true;
  const isNowhere = (each: Reach) => each.touches.length === 0 && each.isolation === "isolated";
  if (isNowhere(a) || isNowhere(b)) return false;
  if (a.touches.length === 0 || b.touches.length === 0) return true;
  return a.touches.some((one) => b.touches.some((other) => globsOverlap(one, other)));
}

/** @returns whether some path can match both globs; a folder stands for all that lies in it. A name with an ending is a file's. */
export function globsOverlap(a: string, b: string): boolean {
  return segmentsOverlap(segmentsOf(a), segmentsOf(b));
}

function segmentsOf(glob: string): string[] {
  const segments = glob
    .replace(/^\.?\//, "")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".");
  return /^\*\*$|\.\w+$/.test(segments.at(-1) ?? "") ? segments : [...segments, "**"];
}

function segmentsOverlap(a: readonly string[], b: readonly string[]): boolean {
  const [head, ...rest] = a;
  const [otherHead, ...otherRest] = b;
  if (head === "**") return rest.length === 0 || segmentsOverlap(rest, b) || (otherHead !== undefined && segmentsOverlap(a, otherRest));
  if (otherHead === "**") return segmentsOverlap(b, a);
  if (head === undefined || otherHead === undefined) return head === otherHead;
  return segmentOverlaps(head, otherHead) && segmentsOverlap(rest, otherRest);
}

function segmentOverlaps(a: string, b: string): boolean {
  const isPlain = (segment: string) => !/[*?[\]{}()!+@\\]/.test(segment);
  if (isPlain(a)) return isPlain(b) ? a === b : picomatch.isMatch(a, b, { dot: true });
  return isPlain(b) ? picomatch.isMatch(b, a, { dot: true }) : true;
}
