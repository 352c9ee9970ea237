/** Cobertura XML, of Cobertura, coverage.py, coverlet, gcovr, istanbul, PHPUnit and others. It says how many arms of a line were taken, and not which. */
import { groupBy } from "../group-by.js";
import { malformed, parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { holderOf } from "./lost-arms.js";
import { coverageOf, plusCounts, takenOf, unnamedArms, warnOfLostArms } from "./parts.js";
import { childrenAt, required, type XmlElement } from "./xml.js";

/** Lines of one class; a file may have several, such as inner classes. */
interface ClassLines {
  readonly lines: readonly [number, number][];
  readonly conditions: readonly Condition[];
  readonly functions: readonly FunctionHits[];
}

interface Condition {
  readonly line: number;
  readonly hits: number;
  readonly taken: number;
  readonly total: number;
  readonly context: FieldContext;
}

export function readCobertura(root: XmlElement, { name, warn }: ReportContext): ReadFiles {
  const classes = childrenAt(root, ["packages", "package", "classes", "class"]);
  const byFile = groupBy(classes, (each) => required(each, "filename"));
  const read = [...byFile].map(([file, same]) => ({ coverage: fileOf(file, same, warn), classes: same }));
  const files = read.map(({ coverage }) => coverage);
  const context = { place: root.place, warn };
  const sum = (attribute: string) => parseCount(root.attribute(attribute) ?? "0", context);
  const placed = takenOf(files.flatMap(({ branches }) => branches));
  const lost = { covered: sum("branches-covered") - placed.covered, total: sum("branches-valid") - placed.total };
  const holder = holderOf(read, lost);
  const counted = placed.total + (holder === undefined ? 0 : lost.total);
  warnOfLostArms({ stated: sum("branches-valid"), counted, placed: placed.total }, name, warn);
  return {
    files,
    stated: new Map(holder === undefined ? [] : [[holder.file, { branches: plusCounts(takenOf(holder.branches), lost) }]]),
    // Cobertura itself writes the flag of its own command line among the sources.
    roots: childrenAt(root, ["sources", "source"])
      .map((source) => source.text())
      .filter((source) => source !== "" && source !== "--source"),
  };
}

function fileOf(file: string, classes: readonly XmlElement[], warn: ReportContext["warn"]): FileCoverage {
  const parts = classes.map((each) => classLines(each, warn));
  return coverageOf(
    file,
    parts.flatMap(({ lines }) => lines),
    parts.flatMap(({ functions }) => functions),
    armsOf(parts),
    (classes[0] as XmlElement).place(),
  );
}

function classLines(element: XmlElement, warn: ReportContext["warn"]): ClassLines {
  const methods = childrenAt(element, ["methods", "method"]);
  // A class repeats the lines of its methods; where it has none of its own, theirs are all there is.
  const holders = element.children("lines").length > 0 ? [element] : methods;
  const lines = holders.flatMap((each) => childrenAt(each, ["lines", "line"])).map((line) => lineOf(line, warn));
  return {
    lines: lines.map(({ line, hits }): [number, number] => [line, hits]),
    conditions: lines.filter(({ total }) => total > 0),
    functions: methods.flatMap((method) => functionOf(method, warn)),
  };
}

function lineOf(element: XmlElement, warn: ReportContext["warn"]): Condition {
  const context = { place: element.place, warn };
  const line = parseLine(required(element, "number"), context);
  const hits = parseCount(required(element, "hits"), context);
  return { line, hits, ...conditionOf(element, context), context };
}

/** `50% (1/2)`; a percentage alone tells no arms. */
function conditionOf(element: XmlElement, context: FieldContext): { taken: number; total: number } {
  const text = element.attribute("branch")?.toLowerCase() === "true" ? element.attribute("condition-coverage") : undefined;
  if (text === undefined) return { taken: 0, total: 0 };
  const found = /^\s*[\d.,]+\s*%\s*(?:\(\s*(\d{1,15})\s*\/\s*(\d{1,15})\s*\)\s*)?$/.exec(text);
  if (found === null) throw malformed(context, 'a condition-coverage such as "50% (1/2)"', text);
  const [, taken = "0", total = "0"] = found;
  return { taken: Number(taken), total: Number(total) };
}

/** Each class has a block of its own on a line that several of them share. */
function armsOf(parts: readonly ClassLines[]): ArmHits[] {
  const blocks = new Map<number, number>();
  return parts.flatMap(({ conditions }) => {
    const byLine = groupBy(conditions, ({ line }) => line);
    return [...byLine].flatMap(([line, same]) => {
      const block = blocks.get(line) ?? 0;
      blocks.set(line, block + 1);
      return same.flatMap(({ taken, total, hits, context }) => unnamedArms(line, block, taken, total, hits, context));
    });
  });
}

/** A method without lines has no place. Where it has no count of its own, that of the first of its lines that ran is the nearest. */
function functionOf(method: XmlElement, warn: ReportContext["warn"]): FunctionHits[] {
  const lines = childrenAt(method, ["lines", "line"])
    .map((line) => lineOf(line, warn))
    .sort((a, b) => a.line - b.line);
  const [first] = lines;
  if (first === undefined) return [];
  const stated = method.attribute("hits");
  const hits = stated === undefined ? (lines.find((each) => each.hits > 0)?.hits ?? 0) : parseCount(stated, { place: method.place, warn });
  return [{ name: required(method, "name"), line: first.line, endLine: null, hits }];
}
