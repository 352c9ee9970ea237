import { byText } from "../path/repo-path.js";
import type { ArmHits, FileCoverage, FunctionHits } from "./model.js";

/** Sorts, and unites what is said twice by sum: the form in which two models of the same coverage are equal. */
export function canonical(
  file: string,
  lines: readonly (readonly [number, number])[],
  functions: readonly FunctionHits[] | (() => readonly FunctionHits[]),
  branches: readonly ArmHits[],
): FileCoverage {
  let known: readonly FunctionHits[] | undefined;
  return {
    file,
    lines: new Map(united(lines, byLine, ([line, a], [, b]) => [line, plus(a, b)] as const)),
    get functions() {
      return (known ??= united(typeof functions === "function" ? functions() : functions, byLineAndName, (a, b) => ({
        ...a,
        endLine: later(a.endLine, b.endLine),
        hits: plus(a.hits, b.hits),
      })));
    },
    branches: united(branches, byLineAndArm, (a, b) => ({ ...a, taken: takenTogether(a.taken, b.taken) })),
  };
}

function byLine([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return a - b;
}

function byLineAndName(a: FunctionHits, b: FunctionHits): number {
  return a.line - b.line || byText(a.name, b.name);
}

function byLineAndArm(a: ArmHits, b: ArmHits): number {
  return a.line - b.line || byNumberThenText(a.block, b.block) || byNumberThenText(a.arm, b.arm);
}

/** Counts past 2^53 stay there: a sum that lost its last digits would differ with the order of the inputs. */
export function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

/** Most producers write in order and say nothing twice: that is seen in one look. What compares as equal is the same. */
function united<T>(items: readonly T[], compare: (a: T, b: T) => number, merge: (a: T, b: T) => T): readonly T[] {
  if (items.every((item, index) => index === 0 || compare(items[index - 1] as T, item) < 0)) return items;
  const merged: T[] = [];
  for (const item of [...items].sort(compare)) {
    const last = merged.at(-1);
    if (last !== undefined && compare(last, item) === 0) merged[merged.length - 1] = merge(last, item);
    else merged.push(item);
  }
  return merged;
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
  if (a === b) return 0;
  const [x, y] = [numberOf(a), numberOf(b)];
  return x === y ? byText(a, b) : x - y;
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
