import { byText, type RepoPath } from "../path/repo-path.js";
import type { KeyedMutant, Position } from "./model.js";
import { byPosition, bySource } from "./positions.js";

/** A mutant and the package whose tests judge it. */
export interface PackageMutant {
  readonly package: string;
  readonly mutant: KeyedMutant;
}

export interface ShardOptions<M extends PackageMutant> {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
  /** What a mutant takes, in any unit; 1 by default. */
  readonly weightOf?: (each: M) => number;
  /** What a package takes in each shard that has something of it, in the same unit: its tests run once without a mutant. 0 by default. */
  readonly packageCost?: number;
}

/**
 * One of `count` parts of the mutants: each is in exactly one part, whatever the order they are given in, and none is in a range that another part asks for.
 * A unit is an outermost mutant with all that lies in it, as a rule a function or a method: who runs its range runs them all. Units in the order
 * of package, file and place are cut so that the heaviest part is as light as such a cut allows; the last parts may be empty.
 * @returns them in that order.
 */
export function shardMutants<M extends PackageMutant>(
  mutants: readonly M[],
  { index, count, weightOf = () => 1, packageCost = 0 }: ShardOptions<M>,
): M[] {
  const units = unitsOf([...mutants].sort(inOrder), weightOf);
  const limit = lightestLimit(units, count, packageCost);
  return (cut(units, limit, packageCost)[index - 1] ?? []).flatMap((unit) => unit.mutants);
}

/** What names a plan: the shards of one plan can be merged. `plan` depends on the keys alone, not on their order. */
export function planOf(mutants: readonly { readonly key: string }[], hash: (text: string) => string): { plan: string; mutants: number } {
  const keys = mutants.map(({ key }) => key).sort(byText);
  return { plan: hash(keys.join("\n")), mutants: keys.length };
}

interface Unit<M> {
  readonly package: string;
  readonly file: RepoPath;
  readonly mutants: M[];
  weight: number;
  end: Position;
}

function inOrder(a: PackageMutant, b: PackageMutant): number {
  return byText(a.package, b.package) || bySource(a.mutant, b.mutant) || byText(a.mutant.key, b.mutant.key);
}

function unitsOf<M extends PackageMutant>(mutants: readonly M[], weightOf: (each: M) => number): Unit<M>[] {
  const units: Unit<M>[] = [];
  for (const each of mutants) {
    const { file, range } = each.mutant;
    const last = units.at(-1);
    if (last !== undefined && last.package === each.package && last.file === file && byPosition(range.start, last.end) < 0) {
      last.mutants.push(each);
      last.weight += weightOf(each);
      if (byPosition(range.end, last.end) > 0) last.end = range.end;
    } else units.push({ package: each.package, file, mutants: [each], weight: weightOf(each), end: range.end });
  }
  return units;
}

/** The smallest limit under which the units fit into `count` parts, to the last digit that a number has. A unit that is heavier has a part of its own, and no cut can help that. */
function lightestLimit<M>(units: readonly Unit<M>[], count: number, packageCost: number): number {
  let low = 0;
  let high = units.reduce((sum, { weight }) => sum + weight + packageCost, 0);
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (cut(units, middle, packageCost).length <= count) high = middle;
    else low = middle;
  }
}

/** Fills one part after the other. */
function cut<M>(units: readonly Unit<M>[], limit: number, packageCost: number): Unit<M>[][] {
  const parts: Unit<M>[][] = [];
  let load = 0;
  for (const unit of units) {
    const part = parts.at(-1);
    const more = unit.weight + (part?.at(-1)?.package === unit.package ? 0 : packageCost);
    if (part !== undefined && load + more <= limit) {
      part.push(unit);
      load += more;
    } else {
      parts.push([unit]);
      load = unit.weight + packageCost;
    }
  }
  return parts;
}
