/** Which mutants run. Pure: asked inside Stryker by our plugin, and again of what it reports. */
import type { MutantRange, Position } from "@repo/coverage-core/mutation";
import type { EngineFile, EngineMutant, EngineTest, Pick } from "./engine.js";

/** What our plugin is told. Without `pick` and `files` every mutant runs. */
export interface Choice {
  readonly pick?: Pick | undefined;
  readonly files?: readonly EngineFile[] | undefined;
}

export interface Candidate extends EngineMutant {
  readonly coveredBy: readonly EngineTest[];
}

/** The reason that stands at a mutant that was left out, because the engine knows no word for it. */
export const LEFT_OUT = "bandline: not asked for";

export function createChooser({ pick, files }: Choice): (candidate: Candidate) => boolean {
  const isPicked = pick === undefined ? () => true : createPicker(pick);
  return (candidate) => isPicked(candidate) && (files === undefined || files.some((file) => holds(file, candidate)));
}

function createPicker({ only, coveredBy, among }: Pick): (candidate: Candidate) => boolean {
  const candidates = among === undefined ? undefined : new Set(among.map(identityOf));
  const wanted = new Set(only.map(identityOf));
  const files = new Set(coveredBy.filter(({ test }) => test === undefined).map(({ file }) => file));
  const tests = new Set(coveredBy.flatMap(({ file, test }) => (test === undefined ? [] : [`${file}#${test}`])));
  return (candidate) => {
    const identity = identityOf(candidate);
    if (wanted.has(identity)) return true;
    if (candidates?.has(identity) === false) return false;
    return candidate.coveredBy.some(({ file, test }) => files.has(file) || tests.has(`${file}#${test}`));
  };
}

function identityOf({ file, range: { start, end }, mutator, replacement }: EngineMutant): string {
  return JSON.stringify([file, start.line, start.column, end.line, end.column, mutator, replacement]);
}

function holds(file: EngineFile, mutant: EngineMutant): boolean {
  if (typeof file === "string") return file === mutant.file;
  return file.file === mutant.file && contains(file.range, mutant.range);
}

function contains(outer: MutantRange, inner: MutantRange): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** @returns the files that a request is about; undefined for all of the configuration's. */
export function filesOf({ files, pick }: Choice): readonly EngineFile[] | undefined {
  // Which mutants a test covers is known only where all of them are there.
  if (pick === undefined || pick.coveredBy.length > 0) return files;
  const wanted = new Set(pick.only.map(({ file }) => file));
  if (files === undefined) return [...wanted];
  return files.filter((file) => wanted.has(typeof file === "string" ? file : file.file));
}
