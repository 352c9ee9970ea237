import { byText } from "../path/repo-path.js";
import type { ArmHits, FileCoverage, FunctionHits } from "./model.js";

/** Sorts, and unites what is said twice by sum: the form in which two models of the same coverage are equal. */
export function canonical(
  file: string,
  lines: Iterable<readonly [number, number]>,
  functions: readonly FunctionHits[],
  branches: readonly ArmHits[],
): FileCoverage {
  const byLine = new Map<number, number>();
  for (const [line, hits] of lines) byLine.set(line, plus(byLine.get(line) ?? 0, hits));
  return {
    file,
    lines: new Map([...byLine].sort(([a], [b]) => a - b)),
    functions: united(
      functions,
      ({ name, line }) => `${line}\0${name}`,
      (a, b) => ({ ...a, endLine: later(a.endLine, b.endLine), hits: plus(a.hits, b.hits) }),
    ).sort((a, b) => a.line - b.line || byText(a.name, b.name)),
    branches: united(
      branches,
      ({ line, block, arm }) => `${line}\0${block}\0${arm}`,
      (a, b) => ({ ...a, taken: takenTogether(a.taken, b.taken) }),
    ).sort((a, b) => a.line - b.line || byNumberThenText(a.block, b.block) || byNumberThenText(a.arm, b.arm)),
  };
}

/** Counts past 2^53 stay there: a sum that lost its last digits would differ with the order of the inputs. */
export function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

function united<T>(items: readonly T[], keyOf: (item: T) => string, merge: (a: T, b: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? item : merge(known, item));
  }
  return [...byKey.values()];
}

/** Of two ends that differ, the later: the choice must not tell the order. */
function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function takenTogether(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : plus(a, b);
}

/** Numbers before texts, so that the order is total: `2`, `10`, `1x`. */
function byNumberThenText(a: string, b: string): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x === y ? byText(a, b) : x - y;
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
