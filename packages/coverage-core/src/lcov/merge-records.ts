/** Coverage of the same file from several records → one. Commutative and associative: the result does not tell the order of the inputs. */
import type { FileCoverage } from "./model.js";
import { canonical } from "./ordering.js";

/**
 * @param parts at least one; `file` is taken from the first, the caller has made them equal.
 * @returns lines by sum, functions by name and line, branches by line, block and arm. Throws nothing.
 */
export function mergeCoverage(parts: readonly [FileCoverage, ...FileCoverage[]]): FileCoverage {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  return canonical(
    first.file,
    parts.flatMap((part) => [...part.lines]),
    parts.flatMap((part) => part.functions),
    parts.flatMap((part) => part.branches),
  );
}
